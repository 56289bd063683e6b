extension Schema {
    static let flows = """
        CREATE TABLE flows (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            creation_time INTEGER NOT NULL,
            task_title TEXT NOT NULL,
            task_description TEXT NOT NULL,
            -- A JSON array of names; the position is the class id.
            labels TEXT NOT NULL,
            template TEXT NOT NULL,
            score_threshold REAL NOT NULL,
            display_threshold REAL NOT NULL,
            task_count INTEGER NOT NULL CHECK (task_count BETWEEN 1 AND 3)
        ) STRICT;
        """

    static let loops = """
        CREATE TABLE loops (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            flow_id INTEGER NOT NULL REFERENCES flows (id),
            image_id INTEGER NOT NULL REFERENCES images (id),
            prediction_id INTEGER REFERENCES predictions (id),
            status TEXT NOT NULL,
            creation_time INTEGER NOT NULL,
            completion_time INTEGER,
            score REAL,
            failure_code TEXT,
            failure_reason TEXT
        ) STRICT;
        CREATE INDEX loops_by_status ON loops (status, id);
        CREATE INDEX loops_by_image ON loops (image_id);
        CREATE INDEX loops_by_completion ON loops (completion_time)
            WHERE completion_time IS NOT NULL;

        -- What became of a loop between it and a worker, latest word only.
        CREATE TABLE participation (
            worker TEXT NOT NULL,
            loop_id INTEGER NOT NULL REFERENCES loops (id),
            standing TEXT NOT NULL,
            -- Counts a worker's endings: larger is later, whatever the clock did.
            turn INTEGER NOT NULL,
            is_open INTEGER NOT NULL DEFAULT 1,
            PRIMARY KEY (worker, loop_id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX participation_by_turn ON participation (worker, turn);
        CREATE INDEX participation_by_standing ON participation (worker, standing, turn)
            WHERE is_open;
        CREATE INDEX participation_by_loop ON participation (loop_id);
        CREATE TRIGGER participation_ends AFTER UPDATE OF status ON loops
            WHEN NEW.status <> 'InProgress' BEGIN
            UPDATE participation SET is_open = 0 WHERE loop_id = NEW.id;
        END;
        """

    static let tasks = """
        CREATE TABLE tasks (
            id INTEGER PRIMARY KEY,
            loop_id INTEGER NOT NULL REFERENCES loops (id),
            -- The loop's score and creation, repeated for the queue's index; no score counts as 0.
            score REAL NOT NULL,
            creation_time INTEGER NOT NULL,
            -- Whether an answer is still wanted.
            is_open INTEGER NOT NULL DEFAULT 1,
            revision INTEGER NOT NULL DEFAULT 0,
            -- The latest lease. It may be taken up again until another is granted.
            token TEXT,
            holder TEXT,
            holder_process TEXT,
            -- Its end in nanoseconds of CLOCK_BOOTTIME, and the boot that counts from. A task without
            -- an end is free; one whose end is past becomes so when somebody next looks for a task.
            lease_boot TEXT,
            lease_end INTEGER
        ) STRICT;
        CREATE INDEX tasks_by_loop ON tasks (loop_id);
        CREATE INDEX tasks_in_queue ON tasks (score, creation_time, id)
            WHERE is_open AND lease_end IS NULL;
        CREATE INDEX tasks_held ON tasks (holder_process, lease_boot, lease_end, holder, loop_id)
            WHERE lease_end IS NOT NULL;

        CREATE TABLE edits (
            task_id INTEGER NOT NULL REFERENCES tasks (id),
            position INTEGER NOT NULL,
            kind TEXT NOT NULL,
            worker TEXT NOT NULL,
            time INTEGER NOT NULL,
            -- JSON, see EditText; empty for entries that change nothing.
            content TEXT NOT NULL,
            PRIMARY KEY (task_id, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER edits_are_not_changed BEFORE UPDATE ON edits BEGIN
            SELECT RAISE(ABORT, 'the journal is only ever appended to');
        END;
        CREATE TRIGGER edits_are_not_deleted BEFORE DELETE ON edits BEGIN
            SELECT RAISE(ABORT, 'the journal is only ever appended to');
        END;
        """
}
