extension Schema {
    static let teams = """
        CREATE TABLE teams (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            creation_time INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE team_members (
            team_id INTEGER NOT NULL REFERENCES teams (id),
            worker TEXT NOT NULL REFERENCES workers (name),
            PRIMARY KEY (team_id, worker)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX team_members_by_worker ON team_members (worker);
        -- Whose members are given the flow's loops; without a team everybody is who may answer.
        ALTER TABLE flows ADD COLUMN team_id INTEGER REFERENCES teams (id);
        """

    static let revisions = """
        -- Corrections of a loop; its first revision, made by its first answers, has no row.
        CREATE TABLE revisions (
            loop_id INTEGER NOT NULL REFERENCES loops (id),
            number INTEGER NOT NULL CHECK (number >= 2),
            note TEXT NOT NULL,
            lead TEXT NOT NULL,
            -- Who is to correct it; anyone without a name.
            asked TEXT,
            time INTEGER NOT NULL,
            PRIMARY KEY (loop_id, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER revisions_are_not_changed BEFORE UPDATE ON revisions BEGIN
            SELECT RAISE(ABORT, 'a revision is never changed');
        END;
        CREATE TRIGGER revisions_are_not_deleted BEFORE DELETE ON revisions BEGIN
            SELECT RAISE(ABORT, 'a revision is never changed');
        END;
        -- The revision of the loop that an answer to the task belongs to.
        ALTER TABLE tasks ADD COLUMN loop_revision INTEGER NOT NULL DEFAULT 1;
        -- A closed task whose draft its worker may come back to, while another stands in for it.
        ALTER TABLE tasks ADD COLUMN is_set_aside INTEGER NOT NULL DEFAULT 0;
        -- The only worker who is given the task.
        ALTER TABLE tasks ADD COLUMN asked TEXT;
        CREATE INDEX tasks_asked ON tasks (asked, loop_id) WHERE is_open AND asked IS NOT NULL;
        """

    static let settlements = """
        -- What holds of a revision's answers: the latest row does.
        CREATE TABLE settlements (
            id INTEGER PRIMARY KEY,
            loop_id INTEGER NOT NULL REFERENCES loops (id),
            loop_revision INTEGER NOT NULL,
            -- The lead who decided; none for the consolidation of the answers.
            lead TEXT,
            time INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX settlements_by_loop ON settlements (loop_id, loop_revision);
        CREATE TABLE settlement_boxes (
            settlement_id INTEGER NOT NULL REFERENCES settlements (id),
            position INTEGER NOT NULL,
            label TEXT NOT NULL,
            "left" INTEGER NOT NULL,
            top INTEGER NOT NULL,
            "right" INTEGER NOT NULL,
            bottom INTEGER NOT NULL,
            PRIMARY KEY (settlement_id, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER settlements_are_not_changed BEFORE UPDATE ON settlements BEGIN
            SELECT RAISE(ABORT, 'a settlement is never changed');
        END;
        CREATE TRIGGER settlements_are_not_deleted BEFORE DELETE ON settlements BEGIN
            SELECT RAISE(ABORT, 'a settlement is never changed');
        END;
        CREATE TRIGGER settlement_boxes_are_not_changed BEFORE UPDATE ON settlement_boxes BEGIN
            SELECT RAISE(ABORT, 'a settlement is never changed');
        END;
        CREATE TRIGGER settlement_boxes_are_not_deleted BEFORE DELETE ON settlement_boxes BEGIN
            SELECT RAISE(ABORT, 'a settlement is never changed');
        END;

        -- Completed loops whose answers differ, until a lead decides or sends them back.
        CREATE TABLE disputes (
            loop_id INTEGER PRIMARY KEY REFERENCES loops (id),
            differences INTEGER NOT NULL,
            time INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX disputes_by_time ON disputes (time, loop_id);
        INSERT INTO tallies VALUES ('disputes', 0);
        CREATE TRIGGER disputes_are_counted AFTER INSERT ON disputes BEGIN
            UPDATE tallies SET count = count + 1 WHERE name = 'disputes';
        END;
        CREATE TRIGGER disputes_are_uncounted AFTER DELETE ON disputes BEGIN
            UPDATE tallies SET count = count - 1 WHERE name = 'disputes';
        END;
        """
}
