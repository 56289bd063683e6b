extension Schema {
    /// What was decided about single boxes, and which boxes wait for it.
    static let boxDecisions = """
        -- Who took the decision back; not known of what was taken back before this column was there.
        ALTER TABLE bulk_accepts ADD COLUMN undone_worker TEXT;

        -- A row is for good; it counts while its decision, which knows who and when, was not undone.
        CREATE TABLE box_decisions (
            prediction_id INTEGER NOT NULL REFERENCES predictions (id),
            -- The detection's.
            position INTEGER NOT NULL,
            bulk_accept_id INTEGER NOT NULL REFERENCES bulk_accepts (id),
            is_right INTEGER NOT NULL CHECK (is_right IN (0, 1)),
            PRIMARY KEY (prediction_id, position, bulk_accept_id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX box_decisions_by_decision ON box_decisions (bulk_accept_id);
        CREATE TRIGGER box_decisions_are_not_changed BEFORE UPDATE ON box_decisions BEGIN
            SELECT RAISE(ABORT, 'what was decided about a box is never changed');
        END;
        CREATE TRIGGER box_decisions_are_not_deleted BEFORE DELETE ON box_decisions BEGIN
            SELECT RAISE(ABORT, 'what was decided about a box is never changed');
        END;

        -- The shown boxes of confident images about which nothing is decided, to be walked class by class.
        CREATE TABLE confident_boxes (
            image_id INTEGER NOT NULL REFERENCES images (id),
            position INTEGER NOT NULL,
            label TEXT NOT NULL,
            score REAL NOT NULL,
            PRIMARY KEY (image_id, position)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX confident_boxes_by_class
            ON confident_boxes (label, score, image_id, position);

        -- How many of them have a score in each thousandth, as in confident_scores.
        CREATE TABLE confident_box_scores (
            label TEXT NOT NULL,
            bin INTEGER NOT NULL,
            count INTEGER NOT NULL,
            PRIMARY KEY (label, bin)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER confident_boxes_are_counted AFTER INSERT ON confident_boxes BEGIN
            INSERT INTO confident_box_scores
                VALUES (NEW.label, \(ConfidentRecord.bin("NEW.score")), 1)
                ON CONFLICT (label, bin) DO UPDATE SET count = count + 1;
        END;
        CREATE TRIGGER confident_boxes_are_uncounted AFTER DELETE ON confident_boxes BEGIN
            UPDATE confident_box_scores SET count = count - 1
                WHERE label = OLD.label AND bin = \(ConfidentRecord.bin("OLD.score"));
            DELETE FROM confident_box_scores
                WHERE label = OLD.label AND bin = \(ConfidentRecord.bin("OLD.score"))
                    AND count = 0;
        END;

        INSERT INTO confident_boxes
            SELECT confident_images.image_id, position, detections.label, detections.score
            FROM confident_images JOIN detections USING (prediction_id)
            WHERE \(isShown);
        CREATE TRIGGER confident_images_bring_their_boxes AFTER INSERT ON confident_images BEGIN
            INSERT INTO confident_boxes
                SELECT NEW.image_id, position, label, score FROM detections
                WHERE prediction_id = NEW.prediction_id AND \(isShown)
                    AND NOT EXISTS (
                        SELECT 1 FROM box_decisions
                        JOIN bulk_accepts ON bulk_accepts.id = bulk_accept_id
                        WHERE box_decisions.prediction_id = NEW.prediction_id
                            AND box_decisions.position = detections.position
                            AND undone_time IS NULL);
        END;
        CREATE TRIGGER confident_images_take_their_boxes AFTER DELETE ON confident_images BEGIN
            DELETE FROM confident_boxes WHERE image_id = OLD.image_id;
        END;
        """

    /// How many completed loops stand as they were accepted in bulk: no reviewer had them in their queue.
    ///
    /// One that was sent back is answered by a reviewer like any other.
    static let acceptedTally = """
        INSERT INTO tallies SELECT 'accepted', COUNT(*) FROM loops
            WHERE \(isAccepted("loops"));
        CREATE TRIGGER accepted_are_counted AFTER INSERT ON loops
            WHEN \(isAccepted("NEW")) BEGIN
            UPDATE tallies SET count = count + 1 WHERE name = 'accepted';
        END;
        CREATE TRIGGER accepted_are_uncounted AFTER DELETE ON loops
            WHEN \(isAccepted("OLD")) BEGIN
            UPDATE tallies SET count = count - 1 WHERE name = 'accepted';
        END;
        CREATE TRIGGER accepted_are_recounted AFTER UPDATE OF status ON loops
            WHEN NEW.bulk_accept_id IS NOT NULL BEGIN
            UPDATE tallies SET count = count + (\(isAccepted("NEW"))) - (\(isAccepted("OLD")))
                WHERE name = 'accepted';
        END;
        -- The first revision; its loop may have its new status by now or get it after.
        CREATE TRIGGER accepted_are_reviewed AFTER INSERT ON revisions
            WHEN NOT EXISTS (
                SELECT 1 FROM revisions WHERE loop_id = NEW.loop_id AND number <> NEW.number) BEGIN
            UPDATE tallies SET count = count - 1 WHERE name = 'accepted' AND EXISTS (
                SELECT 1 FROM loops WHERE id = NEW.loop_id AND bulk_accept_id IS NOT NULL
                    AND status = 'Completed');
        END;
        """

    /// Whether a loop is among those that are counted.
    static func isAccepted(_ loop: String) -> String {
        """
        \(loop).bulk_accept_id IS NOT NULL AND \(loop).status = 'Completed' AND NOT EXISTS (
            SELECT 1 FROM revisions WHERE loop_id = \(loop).id)
        """
    }

    private static let isShown = """
        detections.score >= (SELECT display_threshold FROM flows ORDER BY id LIMIT 1)
        """
}
