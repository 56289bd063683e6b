extension Schema {
    /// What leads look at, kept as rows in the transaction that changes it, so that none is ever a scan.
    static let figures = """
        -- Loops begun and ended by the hour since 1970. What was accepted in bulk never waited: it is
        -- counted as 'accepted' alone. What was imported with its answer is not counted.
        CREATE TABLE loop_hours (
            kind TEXT NOT NULL CHECK (kind IN ('created', 'completed', 'accepted', 'stopped', 'failed')),
            hour INTEGER NOT NULL,
            count INTEGER NOT NULL,
            PRIMARY KEY (kind, hour)
        ) STRICT, WITHOUT ROWID;
        -- Loops in progress by the hour they were created in.
        CREATE TABLE waiting_hours (
            hour INTEGER PRIMARY KEY,
            count INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX loops_waiting ON loops (creation_time) WHERE status = 'InProgress';

        -- See WorkerDay; days of UTC since 1970.
        CREATE TABLE worker_days (
            worker TEXT NOT NULL,
            day INTEGER NOT NULL,
            answers INTEGER NOT NULL DEFAULT 0,
            active_milliseconds INTEGER NOT NULL DEFAULT 0,
            accepted INTEGER NOT NULL DEFAULT 0,
            compared INTEGER NOT NULL DEFAULT 0,
            unchanged INTEGER NOT NULL DEFAULT 0,
            sent_back INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (worker, day)
        ) STRICT, WITHOUT ROWID;

        -- See MatchTotals. A label is empty where that side has no box.
        CREATE TABLE model_matches (
            model_version TEXT NOT NULL,
            model_label TEXT NOT NULL,
            people_label TEXT NOT NULL,
            count INTEGER NOT NULL,
            unmoved INTEGER NOT NULL,
            overlap_millionths INTEGER NOT NULL,
            PRIMARY KEY (model_version, model_label, people_label)
        ) STRICT, WITHOUT ROWID;
        -- The second is empty where it is the model; of two workers it is the later by name.
        CREATE TABLE worker_matches (
            first TEXT NOT NULL,
            second TEXT NOT NULL,
            first_label TEXT NOT NULL,
            second_label TEXT NOT NULL,
            count INTEGER NOT NULL,
            unmoved INTEGER NOT NULL,
            overlap_millionths INTEGER NOT NULL,
            PRIMARY KEY (first, second, first_label, second_label)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE worker_pairs (
            first TEXT NOT NULL,
            second TEXT NOT NULL,
            loops INTEGER NOT NULL,
            PRIMARY KEY (first, second)
        ) STRICT, WITHOUT ROWID;

        -- Predictions by their highest score, in bands as in score_bands; -1 is without a detection.
        CREATE TABLE prediction_scores (
            model_version TEXT NOT NULL,
            band INTEGER NOT NULL,
            count INTEGER NOT NULL,
            PRIMARY KEY (model_version, band)
        ) STRICT, WITHOUT ROWID;
        -- Detections at or above the display threshold.
        CREATE TABLE prediction_labels (
            model_version TEXT NOT NULL,
            label TEXT NOT NULL,
            count INTEGER NOT NULL,
            PRIMARY KEY (model_version, label)
        ) STRICT, WITHOUT ROWID;
        -- See ScoreBand. The score is the prediction's highest, the band it times 20, cut off.
        CREATE TABLE score_bands (
            model_version TEXT NOT NULL,
            band INTEGER NOT NULL,
            audited INTEGER NOT NULL DEFAULT 0,
            audit_errors INTEGER NOT NULL DEFAULT 0,
            accepted INTEGER NOT NULL DEFAULT 0,
            corrected INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (model_version, band)
        ) STRICT, WITHOUT ROWID;

        -- The number of the last change of status, which stays when its event goes.
        INSERT INTO tallies SELECT 'lastEvent', COALESCE(MAX(number), 0) FROM events;
        CREATE TRIGGER events_are_numbered AFTER INSERT ON events BEGIN
            UPDATE tallies SET count = max(count, NEW.number) WHERE name = 'lastEvent';
        END;
        -- Up to where watchers have told of what happened, see WatchPosition.
        CREATE TABLE watchers (
            name TEXT PRIMARY KEY,
            event INTEGER NOT NULL,
            late INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE settings (
            name TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """

    /// Loops are counted by triggers, whatever begins and ends them.
    static let figureTriggers = """
        CREATE TRIGGER loops_are_dated AFTER INSERT ON loops BEGIN
            \(count("NEW", condition: isLived("NEW"), kind: "'created'",
                    time: "NEW.creation_time", by: 1))
            \(countEnd("NEW", by: 1))
            \(countWaiting("NEW", by: 1))
        END;
        CREATE TRIGGER loops_are_undated AFTER DELETE ON loops BEGIN
            \(count("OLD", condition: isLived("OLD"), kind: "'created'",
                    time: "OLD.creation_time", by: -1))
            \(countEnd("OLD", by: -1))
            \(countWaiting("OLD", by: -1))
        END;
        CREATE TRIGGER loops_are_redated
            AFTER UPDATE OF status, completion_time, creation_time, bulk_accept_id, import_id ON loops BEGIN
            \(countEnd("OLD", by: -1))
            \(countEnd("NEW", by: 1))
            \(countWaiting("OLD", by: -1))
            \(countWaiting("NEW", by: 1))
        END;
        -- A loop that is stopped or fails keeps no time of its own.
        CREATE TRIGGER ends_are_dated AFTER INSERT ON events
            WHEN NEW.status IN ('Stopped', 'Failed') BEGIN
            \(count("NEW", condition: "TRUE", kind: "lower(NEW.status)", time: "NEW.time", by: 1))
        END;
        CREATE TRIGGER answers_are_sent_back AFTER INSERT ON revisions BEGIN
            \(countSentBack(where: "revisions.loop_id = NEW.loop_id AND number = NEW.number"))
        END;
        -- Only what was accepted in bulk is ever taken back; it was counted by AnswerFigures.
        CREATE TRIGGER accepted_answers_are_uncounted AFTER DELETE ON answers BEGIN
            UPDATE worker_days SET accepted = accepted - 1
            WHERE worker = OLD.worker AND day = \(day("OLD.submission_time"))
                AND (SELECT bulk_accept_id FROM loops WHERE id = OLD.loop_id) IS NOT NULL;
            UPDATE score_bands SET accepted = accepted - 1
            WHERE (model_version, band) = (
                SELECT predictions.model_version, \(band("loops.score"))
                FROM loops JOIN predictions ON predictions.id = loops.prediction_id
                WHERE loops.id = OLD.loop_id AND loops.bulk_accept_id IS NOT NULL
                    AND loops.score IS NOT NULL);
        END;
        """

    /// Loops that people were to look at: begun neither by a bulk accept nor by an import.
    private static func isLived(_ row: String) -> String {
        "\(row).bulk_accept_id IS NULL AND \(row).import_id IS NULL"
    }

    /// Counts the answers that some revisions replaced; a bulk accept or import is no answer.
    private static func countSentBack(where condition: String) -> String {
        """
        INSERT INTO worker_days (worker, day, sent_back)
            SELECT worker, \(day("submission_time")), COUNT(*) FROM revisions
            JOIN tasks ON tasks.loop_id = revisions.loop_id AND loop_revision = number - 1
            JOIN answers ON answers.task_id = tasks.id
            JOIN loops ON loops.id = revisions.loop_id
            WHERE \(condition) AND (loop_revision > 1 OR \(isLived("loops")))
            GROUP BY 1, 2
            ON CONFLICT (worker, day) DO UPDATE SET sent_back = sent_back + excluded.sent_back;
        """
    }

    private static func countEnd(_ row: String, by step: Int) -> String {
        count(
            row,
            condition: """
                \(row).status = 'Completed' AND \(row).completion_time IS NOT NULL
                AND \(row).import_id IS NULL
                """,
            kind: "iif(\(row).bulk_accept_id IS NULL, 'completed', 'accepted')",
            time: "\(row).completion_time", by: step)
    }

    private static func count(
        _ row: String, condition: String, kind: String, time: String, by step: Int
    ) -> String {
        """
        INSERT INTO loop_hours SELECT \(kind), \(hour(time)), \(step) WHERE \(condition)
            ON CONFLICT (kind, hour) DO UPDATE SET count = count + \(step);
        """
    }

    private static func countWaiting(_ row: String, by step: Int) -> String {
        """
        INSERT INTO waiting_hours SELECT \(hour("\(row).creation_time")), \(step)
            WHERE \(row).status = 'InProgress'
            ON CONFLICT (hour) DO UPDATE SET count = count + \(step);
        """
    }

    /// The hour of a time, rounded down, in SQL.
    static func hour(_ time: String) -> String { quotient(time, 3_600_000) }

    /// The day of a time, rounded down, in SQL.
    static func day(_ time: String) -> String { quotient(time, 86_400_000) }

    /// The band of a score in SQL; the same arithmetic as `ScoreBand.index(ofScore:)`.
    static func band(_ score: String) -> String {
        "min(max(CAST(\(score) * 20 AS INTEGER), 0), 19)"
    }

    private static func quotient(_ time: String, _ divisor: Int64) -> String {
        "(\(time) / \(divisor) - (\(time) % \(divisor) < 0))"
    }

    /// Counts the loops of a store that was made before they were dated.
    static let figuresOfLoops = """
        INSERT INTO loop_hours SELECT 'created', \(hour("creation_time")), COUNT(*) FROM loops
            WHERE \(isLived("loops")) GROUP BY 2;
        INSERT INTO loop_hours
            SELECT iif(bulk_accept_id IS NULL, 'completed', 'accepted') AS kind,
                \(hour("completion_time")), COUNT(*) FROM loops
            WHERE status = 'Completed' AND completion_time IS NOT NULL AND import_id IS NULL
            GROUP BY 1, 2;
        INSERT INTO loop_hours SELECT lower(status), \(hour("time")), COUNT(*) FROM events
            WHERE status IN ('Stopped', 'Failed') GROUP BY 1, 2;
        INSERT INTO waiting_hours SELECT \(hour("creation_time")), COUNT(*) FROM loops
            WHERE status = 'InProgress' GROUP BY 1;
        \(countSentBack(where: "TRUE"))
        """
}
