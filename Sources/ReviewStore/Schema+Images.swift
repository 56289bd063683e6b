extension Schema {
    static let images = """
        CREATE TABLE images (
            id INTEGER PRIMARY KEY,
            path TEXT NOT NULL UNIQUE,
            uri TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            width INTEGER NOT NULL,
            height INTEGER NOT NULL,
            orientation INTEGER NOT NULL,
            creation_time INTEGER NOT NULL
        ) STRICT;

        -- Inputs that could not be used. A reason is told once for each path.
        CREATE TABLE problems (
            id INTEGER PRIMARY KEY,
            path TEXT NOT NULL,
            reason TEXT NOT NULL,
            time INTEGER NOT NULL,
            UNIQUE (path, reason)
        ) STRICT;
        """

    /// Reasons once began with the path: those that were met again since are kept as they were first met.
    static let problemsWithoutPath = """
        DELETE FROM problems WHERE EXISTS (
            SELECT 1 FROM problems AS earlier WHERE earlier.path = problems.path
                AND earlier.reason = problems.path || ': ' || problems.reason);
        UPDATE OR IGNORE problems SET reason = substr(reason, length(path) + 3)
        WHERE substr(reason, 1, length(path) + 2) = path || ': ';
        """

    static let predictions = """
        CREATE TABLE predictions (
            id INTEGER PRIMARY KEY,
            image_id INTEGER NOT NULL REFERENCES images (id),
            model_version TEXT NOT NULL,
            creation_time INTEGER NOT NULL,
            UNIQUE (image_id, model_version)
        ) STRICT;

        -- Coordinates are the detector's own fractions of width and height, never rounded.
        CREATE TABLE detections (
            prediction_id INTEGER NOT NULL REFERENCES predictions (id),
            position INTEGER NOT NULL,
            label TEXT NOT NULL,
            score REAL NOT NULL,
            minimum_x REAL NOT NULL,
            minimum_y REAL NOT NULL,
            maximum_x REAL NOT NULL,
            maximum_y REAL NOT NULL,
            PRIMARY KEY (prediction_id, position)
        ) STRICT, WITHOUT ROWID;

        -- Images whose prediction starts no loop: they wait to be accepted.
        CREATE TABLE confident_images (
            image_id INTEGER PRIMARY KEY REFERENCES images (id),
            prediction_id INTEGER NOT NULL REFERENCES predictions (id),
            score REAL NOT NULL
        ) STRICT;
        """
}
