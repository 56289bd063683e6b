extension Schema {
    /// What was decided about single boxes, and which boxes wait for it.
    static let boxDecisions = """
        -- Who took the decision back; not known of what was taken back before this column was there.
        ALTER TABLE bulk_accepts ADD COLUMN undone_worker TEXT;

        -- A row is for good; it counts until it is undone with its decision, which knows who and when.
        CREATE TABLE box_decisions (
            prediction_id INTEGER NOT NULL REFERENCES predictions (id),
            -- The detection's.
            position INTEGER NOT NULL,
            bulk_accept_id INTEGER NOT NULL REFERENCES bulk_accepts (id),
            is_right INTEGER NOT NULL CHECK (is_right IN (0, 1)),
            is_undone INTEGER NOT NULL DEFAULT 0 CHECK (is_undone IN (0, 1)),
            PRIMARY KEY (prediction_id, position, bulk_accept_id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX box_decisions_by_decision ON box_decisions (bulk_accept_id);
        CREATE TRIGGER box_decisions_are_not_changed BEFORE UPDATE ON box_decisions
            WHEN OLD.is_undone OR NOT NEW.is_undone
                OR (OLD.prediction_id, OLD.position, OLD.bulk_accept_id, OLD.is_right)
                    IS NOT (NEW.prediction_id, NEW.position, NEW.bulk_accept_id, NEW.is_right)
                OR (SELECT undone_time FROM bulk_accepts WHERE id = OLD.bulk_accept_id) IS NULL BEGIN
            SELECT RAISE(ABORT, 'what was decided about a box is never changed');
        END;
        CREATE TRIGGER box_decisions_are_not_deleted BEFORE DELETE ON box_decisions BEGIN
            SELECT RAISE(ABORT, 'what was decided about a box is never changed');
        END;
        """

    /// The shown boxes of confident images about which nothing is decided, to be walked class by class.
    ///
    /// A store with a million of them is filled in the order of its tables and counted by one pass; index
    /// and triggers come after.
    static let confidentBoxes = """
        CREATE TABLE confident_boxes (
            image_id INTEGER NOT NULL REFERENCES images (id),
            position INTEGER NOT NULL,
            label TEXT NOT NULL,
            score REAL NOT NULL,
            PRIMARY KEY (image_id, position)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO confident_boxes \(undecidedBoxes) ORDER BY 1, 2;
        CREATE INDEX confident_boxes_by_class
            ON confident_boxes (label, score, image_id, position);

        -- How many of them have a score in each thousandth, as in confident_scores.
        CREATE TABLE confident_box_scores (
            label TEXT NOT NULL,
            bin INTEGER NOT NULL,
            count INTEGER NOT NULL,
            PRIMARY KEY (label, bin)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO confident_box_scores \(countedBoxes);
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

        CREATE TRIGGER confident_images_bring_their_boxes AFTER INSERT ON confident_images BEGIN
            INSERT INTO confident_boxes
                SELECT NEW.image_id, position, label, score FROM detections
                WHERE prediction_id = NEW.prediction_id AND \(isUndecided);
        END;
        CREATE TRIGGER confident_images_take_their_boxes AFTER DELETE ON confident_images BEGIN
            DELETE FROM confident_boxes WHERE image_id = OLD.image_id;
        END;
        """

    /// The rows of `confident_boxes`, as they follow from the other tables.
    static let undecidedBoxes = """
        SELECT confident_images.image_id, detections.position, detections.label, detections.score
        FROM confident_images CROSS JOIN detections USING (prediction_id)
        WHERE \(isUndecided)
        """

    /// The rows of `confident_box_scores`, as they follow from the boxes.
    static let countedBoxes = """
        SELECT label, \(ConfidentRecord.bin("score")) AS bin, COUNT(*) AS count
        FROM confident_boxes GROUP BY label, bin
        """

    /// Whether a detection is shown and nothing is decided about it.
    private static let isUndecided = """
        detections.score >= (SELECT display_threshold FROM flows ORDER BY id LIMIT 1)
            AND NOT EXISTS (
                SELECT 1 FROM box_decisions
                WHERE box_decisions.prediction_id = detections.prediction_id
                    AND box_decisions.position = detections.position AND NOT is_undone)
        """
}
