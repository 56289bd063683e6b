extension Schema {
    /// What a list of a million loops is found and sorted by without looking at each of them.
    static let listIndices = """
        -- All that filters ask about a loop, in the order of the list and nothing besides: what no other
        -- index narrows down is searched along it at ten loops a microsecond.
        CREATE INDEX loops_in_list ON loops (id, status, score, creation_time, completion_time,
            flow_id, prediction_id, image_id, bulk_accept_id, activation_reason);
        CREATE INDEX loops_by_score ON loops (COALESCE(score, -1), id);
        CREATE INDEX loops_by_creation ON loops (creation_time);
        CREATE INDEX loops_by_reason ON loops (activation_reason)
            WHERE activation_reason IS NOT NULL;
        CREATE INDEX answers_by_worker ON answers (worker, loop_id);
        CREATE INDEX predictions_by_model ON predictions (model_version, image_id);

        ALTER TABLE images ADD COLUMN file_name TEXT GENERATED ALWAYS AS
            (substr(path, length(rtrim(path, replace(path, '/', ''))) + 1)) VIRTUAL;
        -- Every three letters in a row of every file name, for searching while one types.
        CREATE VIRTUAL TABLE image_names USING fts5(file_name, content = '', detail = none,
            columnsize = 0, tokenize = 'trigram');
        INSERT INTO image_names (rowid, file_name) SELECT id, file_name FROM images;
        CREATE TRIGGER image_names_are_searched AFTER INSERT ON images BEGIN
            INSERT INTO image_names (rowid, file_name) VALUES (NEW.id, NEW.file_name);
        END;
        CREATE TRIGGER image_names_are_forgotten AFTER DELETE ON images BEGIN
            INSERT INTO image_names (image_names, rowid, file_name)
                VALUES ('delete', OLD.id, OLD.file_name);
        END;
        """

    /// The classes of each loop: of its answers' boxes or, before the first, of its proposals.
    static let loopLabels = """
        CREATE TABLE loop_labels (
            label TEXT NOT NULL,
            loop_id INTEGER NOT NULL,
            PRIMARY KEY (label, loop_id)
        ) STRICT, WITHOUT ROWID;
        -- Loops with a box of each class that there ever was.
        CREATE TABLE loop_label_counts (
            label TEXT PRIMARY KEY,
            count INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER loop_labels_are_counted AFTER INSERT ON loop_labels BEGIN
            INSERT INTO loop_label_counts VALUES (NEW.label, 1)
                ON CONFLICT (label) DO UPDATE SET count = count + 1;
        END;
        CREATE TRIGGER loop_labels_are_uncounted AFTER DELETE ON loop_labels BEGIN
            UPDATE loop_label_counts SET count = count - 1 WHERE label = OLD.label;
        END;
        INSERT INTO loop_labels
            SELECT DISTINCT label, loop_id FROM answer_boxes
            JOIN answers ON answers.id = answer_boxes.answer_id;
        INSERT INTO loop_labels
            SELECT DISTINCT detections.label, loops.id FROM loops
            JOIN flows ON flows.id = loops.flow_id
            JOIN detections ON detections.prediction_id = loops.prediction_id
                AND detections.score >= flows.display_threshold
            WHERE NOT EXISTS (SELECT 1 FROM answers WHERE loop_id = loops.id);
        CREATE TRIGGER proposals_label_loops AFTER INSERT ON loops
            WHEN NEW.prediction_id IS NOT NULL BEGIN
            INSERT INTO loop_labels
                SELECT DISTINCT label, NEW.id FROM detections
                WHERE prediction_id = NEW.prediction_id
                    AND score >= (SELECT display_threshold FROM flows WHERE id = NEW.flow_id);
        END;
        -- The first answer of each revision takes the place of all that was there before.
        CREATE TRIGGER answers_replace_proposals AFTER INSERT ON answers
            WHEN NOT EXISTS (
                SELECT 1 FROM answers AS other JOIN tasks ON tasks.id = other.task_id
                WHERE other.loop_id = NEW.loop_id AND other.id <> NEW.id
                    AND tasks.loop_revision = (
                        SELECT loop_revision FROM tasks WHERE id = NEW.task_id)) BEGIN
            DELETE FROM loop_labels
                WHERE label IN (SELECT label FROM loop_label_counts) AND loop_id = NEW.loop_id;
        END;
        CREATE TRIGGER answers_label_loops AFTER INSERT ON answer_boxes BEGIN
            INSERT INTO loop_labels SELECT NEW.label, loop_id FROM answers
                WHERE id = NEW.answer_id ON CONFLICT DO NOTHING;
        END;
        CREATE TRIGGER loops_take_their_labels AFTER DELETE ON loops BEGIN
            DELETE FROM loop_labels
                WHERE label IN (SELECT label FROM loop_label_counts) AND loop_id = OLD.id;
        END;
        """

    /// What leads do to loops, and for whom loops are.
    static let loopActions = """
        -- What one worker alone is given is found by the index after.
        DROP INDEX tasks_in_queue;
        CREATE INDEX tasks_in_queue ON tasks (score, creation_time, id)
            WHERE is_open AND lease_end IS NULL AND asked IS NULL;
        CREATE INDEX tasks_assigned ON tasks (asked, score, creation_time, id)
            WHERE asked IS NOT NULL;

        CREATE TABLE loop_actions (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            worker TEXT NOT NULL,
            time INTEGER NOT NULL,
            undone_time INTEGER
        ) STRICT;
        CREATE INDEX loop_actions_by_worker ON loop_actions (worker, id)
            WHERE undone_time IS NULL;
        -- How each loop was before and after, for taking the action back. A loop may be gone since.
        CREATE TABLE loop_action_changes (
            action_id INTEGER NOT NULL REFERENCES loop_actions (id),
            loop_id INTEGER NOT NULL,
            status_before TEXT NOT NULL,
            status_after TEXT NOT NULL,
            assignee_before TEXT,
            assignee_after TEXT,
            PRIMARY KEY (action_id, loop_id)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE saved_filters (
            name TEXT PRIMARY KEY,
            text TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
}
