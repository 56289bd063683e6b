extension Schema {
    static let answers = """
        CREATE TABLE answers (
            id INTEGER PRIMARY KEY,
            task_id INTEGER NOT NULL UNIQUE REFERENCES tasks (id),
            loop_id INTEGER NOT NULL REFERENCES loops (id),
            -- The lease's, so that a submission sent twice is known.
            token TEXT NOT NULL,
            worker TEXT NOT NULL,
            acceptance_time INTEGER NOT NULL,
            submission_time INTEGER NOT NULL,
            active_milliseconds INTEGER NOT NULL,
            width INTEGER NOT NULL,
            height INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX answers_by_loop ON answers (loop_id);
        CREATE TABLE answer_boxes (
            answer_id INTEGER NOT NULL REFERENCES answers (id),
            position INTEGER NOT NULL,
            label TEXT NOT NULL,
            "left" INTEGER NOT NULL,
            top INTEGER NOT NULL,
            "right" INTEGER NOT NULL,
            bottom INTEGER NOT NULL,
            PRIMARY KEY (answer_id, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER answers_are_not_changed BEFORE UPDATE ON answers BEGIN
            SELECT RAISE(ABORT, 'an answer is never changed');
        END;
        CREATE TRIGGER answers_are_not_deleted BEFORE DELETE ON answers BEGIN
            SELECT RAISE(ABORT, 'an answer is never changed');
        END;
        CREATE TRIGGER answer_boxes_are_not_changed BEFORE UPDATE ON answer_boxes BEGIN
            SELECT RAISE(ABORT, 'an answer is never changed');
        END;
        CREATE TRIGGER answer_boxes_are_not_deleted BEFORE DELETE ON answer_boxes BEGIN
            SELECT RAISE(ABORT, 'an answer is never changed');
        END;
        """

    static let events = """
        CREATE TABLE events (
            -- Order of the changes; the id in the file is the UUID.
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            loop_id INTEGER NOT NULL REFERENCES loops (id),
            status TEXT NOT NULL,
            time INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX events_by_loop ON events (loop_id);

        -- Ended loops whose files are not yet known to be on disk.
        CREATE TABLE pending_outputs (
            event_number INTEGER PRIMARY KEY REFERENCES events (number),
            -- Where the event file ended before the change: the line cannot be before it.
            events_offset INTEGER NOT NULL
        ) STRICT;
        """

    /// Counts that screens show all the time, kept as rows so that none is ever a scan.
    static let tallies = """
        CREATE TABLE tallies (
            name TEXT PRIMARY KEY,
            count INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        INSERT INTO tallies VALUES ('images', 0), ('problems', 0), ('confident', 0),
            ('InProgress', 0), ('Stopping', 0), ('Stopped', 0), ('Completed', 0), ('Failed', 0);
        CREATE TRIGGER images_are_counted AFTER INSERT ON images BEGIN
            UPDATE tallies SET count = count + 1 WHERE name = 'images';
        END;
        CREATE TRIGGER problems_are_counted AFTER INSERT ON problems BEGIN
            UPDATE tallies SET count = count + 1 WHERE name = 'problems';
        END;
        CREATE TRIGGER problems_are_uncounted AFTER DELETE ON problems BEGIN
            UPDATE tallies SET count = count - 1 WHERE name = 'problems';
        END;
        CREATE TRIGGER confident_are_counted AFTER INSERT ON confident_images BEGIN
            UPDATE tallies SET count = count + 1 WHERE name = 'confident';
        END;
        CREATE TRIGGER confident_are_uncounted AFTER DELETE ON confident_images BEGIN
            UPDATE tallies SET count = count - 1 WHERE name = 'confident';
        END;
        CREATE TRIGGER loops_are_counted AFTER INSERT ON loops BEGIN
            UPDATE tallies SET count = count + 1 WHERE name = NEW.status;
        END;
        CREATE TRIGGER loops_are_uncounted AFTER DELETE ON loops BEGIN
            UPDATE tallies SET count = count - 1 WHERE name = OLD.status;
        END;
        CREATE TRIGGER loops_are_recounted AFTER UPDATE OF status ON loops BEGIN
            UPDATE tallies SET count = count - 1 WHERE name = OLD.status;
            UPDATE tallies SET count = count + 1 WHERE name = NEW.status;
        END;
        """
}
