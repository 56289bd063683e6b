extension Schema {
    static let imports = """
        -- Answers that came from elsewhere: each loop of one has the one answer, of the worker who
        -- brought it. Figures about people's work leave them out.
        CREATE TABLE imports (
            id INTEGER PRIMARY KEY,
            format TEXT NOT NULL,
            -- What was read.
            path TEXT NOT NULL,
            worker TEXT NOT NULL,
            time INTEGER NOT NULL,
            UNIQUE (path, format, worker, time)
        ) STRICT;
        ALTER TABLE loops ADD COLUMN import_id INTEGER REFERENCES imports (id);
        CREATE INDEX loops_by_import ON loops (import_id) WHERE import_id IS NOT NULL;
        """
}
