extension Schema {
    /// What the sheets of confident images are sorted and counted by.
    static let confidentImages = """
        ALTER TABLE confident_images ADD COLUMN label TEXT NOT NULL DEFAULT '';
        ALTER TABLE confident_images ADD COLUMN model_version TEXT NOT NULL DEFAULT '';
        ALTER TABLE confident_images ADD COLUMN prediction_time INTEGER NOT NULL DEFAULT 0;
        -- The classes shown and how many of each: 'car 2,person 1'.
        ALTER TABLE confident_images ADD COLUMN class_mix TEXT NOT NULL DEFAULT '';
        UPDATE confident_images SET
            label = \(ConfidentRecord.label("confident_images.prediction_id")),
            class_mix = \(ConfidentRecord.classMix("confident_images.prediction_id")),
            (model_version, prediction_time) = (
                SELECT model_version, creation_time FROM predictions
                WHERE predictions.id = confident_images.prediction_id);
        CREATE INDEX confident_by_score ON confident_images (score DESC, image_id DESC);
        CREATE INDEX confident_by_label
            ON confident_images (label, score DESC, image_id DESC);
        CREATE INDEX confident_by_model
            ON confident_images (model_version, score DESC, image_id DESC);
        CREATE INDEX confident_by_age
            ON confident_images (prediction_time, score DESC, image_id DESC);
        CREATE INDEX confident_by_class_mix
            ON confident_images (class_mix, score DESC, image_id DESC);
        """

    /// How many images have a score in each thousandth, so that no count is a scan.
    static let confidentScores = """
        CREATE TABLE confident_scores (
            model_version TEXT NOT NULL,
            label TEXT NOT NULL,
            -- Thousandths of a score, rounded down.
            bin INTEGER NOT NULL,
            count INTEGER NOT NULL,
            PRIMARY KEY (model_version, label, bin)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO confident_scores
            SELECT model_version, label, \(ConfidentRecord.bin("score")) AS bin, COUNT(*)
            FROM confident_images GROUP BY model_version, label, bin;
        CREATE TRIGGER confident_scores_are_counted AFTER INSERT ON confident_images BEGIN
            INSERT INTO confident_scores
                VALUES (NEW.model_version, NEW.label, \(ConfidentRecord.bin("NEW.score")), 1)
                ON CONFLICT (model_version, label, bin) DO UPDATE SET count = count + 1;
        END;
        CREATE TRIGGER confident_scores_are_uncounted AFTER DELETE ON confident_images BEGIN
            UPDATE confident_scores SET count = count - 1
                WHERE model_version = OLD.model_version AND label = OLD.label
                    AND bin = \(ConfidentRecord.bin("OLD.score"));
            DELETE FROM confident_scores
                WHERE model_version = OLD.model_version AND label = OLD.label
                    AND bin = \(ConfidentRecord.bin("OLD.score")) AND count = 0;
        END;
        """

    /// What taking a decision of the accept screen back depends on and leaves behind.
    static let withdrawals = """
        -- When a loop's answer first left for a data set: from then on it cannot be taken back.
        ALTER TABLE loops ADD COLUMN export_time INTEGER;

        -- Loops that a decision of the accept screen sent to review.
        CREATE TABLE picked_loops (
            loop_id INTEGER PRIMARY KEY REFERENCES loops (id),
            bulk_accept_id INTEGER NOT NULL REFERENCES bulk_accepts (id)
        ) STRICT;
        CREATE INDEX picked_loops_by_decision ON picked_loops (bulk_accept_id);
        CREATE INDEX bulk_accepts_by_worker ON bulk_accepts (worker, id)
            WHERE undone_time IS NULL;

        -- Loops that were taken back whole, with what their event says.
        CREATE TABLE withdrawals (
            number INTEGER PRIMARY KEY,
            event_id TEXT NOT NULL UNIQUE,
            loop_name TEXT NOT NULL,
            flow_name TEXT NOT NULL,
            loop_creation_time INTEGER NOT NULL,
            image_id INTEGER NOT NULL REFERENCES images (id),
            bulk_accept_id INTEGER NOT NULL REFERENCES bulk_accepts (id),
            worker TEXT NOT NULL,
            time INTEGER NOT NULL,
            -- As in pending_outputs, until the output is known to be gone and the event on disk.
            events_offset INTEGER
        ) STRICT;
        CREATE INDEX withdrawals_pending ON withdrawals (number) WHERE events_offset IS NOT NULL;

        CREATE TRIGGER bulk_accepts_are_undone_once BEFORE UPDATE OF undone_time ON bulk_accepts
            WHEN OLD.undone_time IS NOT NULL BEGIN
            SELECT RAISE(ABORT, 'what was taken back is taken back once');
        END;
        CREATE TRIGGER bulk_accepts_in_use_stand BEFORE UPDATE OF undone_time ON bulk_accepts
            WHEN EXISTS (
                SELECT 1 FROM loops WHERE bulk_accept_id = OLD.id AND export_time IS NOT NULL)
            BEGIN
            SELECT RAISE(ABORT, 'what was exported cannot be taken back');
        END;

        -- The one way an answer may go: with its loop, when the decision that made it is taken back.
        DROP TRIGGER answers_are_not_deleted;
        CREATE TRIGGER answers_are_not_deleted BEFORE DELETE ON answers
            WHEN NOT \(isTakenBack("OLD.loop_id")) BEGIN
            SELECT RAISE(ABORT, 'an answer is never changed');
        END;
        DROP TRIGGER answer_boxes_are_not_deleted;
        CREATE TRIGGER answer_boxes_are_not_deleted BEFORE DELETE ON answer_boxes
            WHEN NOT \(isTakenBack("(SELECT loop_id FROM answers WHERE id = OLD.answer_id)"))
            BEGIN
            SELECT RAISE(ABORT, 'an answer is never changed');
        END;
        """

    private static func isTakenBack(_ loop: String) -> String {
        """
        EXISTS (
            SELECT 1 FROM loops JOIN bulk_accepts ON bulk_accepts.id = loops.bulk_accept_id
            WHERE loops.id = \(loop) AND bulk_accepts.undone_time IS NOT NULL
                AND loops.export_time IS NULL)
        """
    }
}
