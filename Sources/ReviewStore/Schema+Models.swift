extension Schema {
    /// Model versions, deployments and the images that wait for a prediction.
    static let models = """
        CREATE TABLE model_versions (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            sha256 TEXT NOT NULL UNIQUE,
            -- Where the artifact is, from the directory of the store.
            path TEXT NOT NULL,
            creation_time INTEGER NOT NULL,
            base_network TEXT NOT NULL,
            -- A JSON array of names; the position is the class id.
            labels TEXT NOT NULL,
            -- Mean average precision on the evaluation set it was measured by.
            evaluation REAL,
            parent TEXT,
            -- What was measured on this machine about how to run it; the engine's own text.
            tuning TEXT
        ) STRICT;
        CREATE TRIGGER model_versions_are_not_changed
            BEFORE UPDATE OF id, name, sha256, path, creation_time, base_network, labels, parent
            ON model_versions BEGIN
            SELECT RAISE(ABORT, 'a model version is never changed');
        END;
        CREATE TRIGGER model_versions_are_not_deleted BEFORE DELETE ON model_versions BEGIN
            SELECT RAISE(ABORT, 'a model version is never deleted');
        END;

        -- The last one is in service.
        CREATE TABLE deployments (
            id INTEGER PRIMARY KEY,
            model_id INTEGER NOT NULL REFERENCES model_versions (id),
            -- The deployment that a rollback of this one goes back to.
            previous_id INTEGER REFERENCES deployments (id),
            kind TEXT NOT NULL CHECK (kind IN ('deploy', 'rollback')),
            worker TEXT NOT NULL,
            time INTEGER NOT NULL
        ) STRICT;
        CREATE TRIGGER deployments_are_not_changed BEFORE UPDATE ON deployments BEGIN
            SELECT RAISE(ABORT, 'the history of deployments is only ever appended to');
        END;
        CREATE TRIGGER deployments_are_not_deleted BEFORE DELETE ON deployments BEGIN
            SELECT RAISE(ABORT, 'the history of deployments is only ever appended to');
        END;
        """

    static let predictionJobs = """
        CREATE TABLE prediction_jobs (
            image_id INTEGER PRIMARY KEY REFERENCES images (id),
            revision INTEGER NOT NULL DEFAULT 0,
            -- As in tasks.
            token TEXT,
            holder_process TEXT,
            lease_boot TEXT,
            lease_end INTEGER
        ) STRICT;
        CREATE INDEX prediction_jobs_held
            ON prediction_jobs (holder_process, lease_boot, lease_end)
            WHERE lease_end IS NOT NULL;
        INSERT INTO tallies VALUES ('queued', 0);
        CREATE TRIGGER prediction_jobs_are_counted AFTER INSERT ON prediction_jobs BEGIN
            UPDATE tallies SET count = count + 1 WHERE name = 'queued';
        END;
        CREATE TRIGGER prediction_jobs_are_uncounted AFTER DELETE ON prediction_jobs BEGIN
            UPDATE tallies SET count = count - 1 WHERE name = 'queued';
        END;

        -- The deployment that the background queue predicted under; none for what came with an image.
        ALTER TABLE predictions ADD COLUMN deployment_id INTEGER REFERENCES deployments (id);
        CREATE INDEX predictions_by_queue ON predictions (creation_time)
            WHERE deployment_id IS NOT NULL;
        CREATE TABLE prediction_tallies (
            model_version TEXT PRIMARY KEY,
            count INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        INSERT INTO prediction_tallies SELECT model_version, COUNT(*) FROM predictions GROUP BY 1;
        CREATE TRIGGER predictions_are_counted AFTER INSERT ON predictions BEGIN
            INSERT INTO prediction_tallies VALUES (NEW.model_version, 1)
                ON CONFLICT (model_version) DO UPDATE SET count = count + 1;
        END;
        """

    /// The activation conditions that flows had not yet.
    static let routing = """
        ALTER TABLE flows ADD COLUMN review_labels TEXT NOT NULL DEFAULT '[]';
        ALTER TABLE flows ADD COLUMN audit_share REAL NOT NULL DEFAULT 0;
        ALTER TABLE flows ADD COLUMN audit_seed INTEGER NOT NULL DEFAULT 0;
        """
}
