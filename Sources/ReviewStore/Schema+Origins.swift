extension Schema {
    static let origins = """
        -- Why the image went to people, see ActivationReason; unknown for older loops, and none for
        -- those that were accepted in bulk or imported with their answer.
        ALTER TABLE loops ADD COLUMN activation_reason TEXT;

        -- A sheet that was accepted at once: each of its loops has one answer, its worker's.
        CREATE TABLE bulk_accepts (
            id INTEGER PRIMARY KEY,
            worker TEXT NOT NULL,
            time INTEGER NOT NULL,
            -- Loops accepted, before any was taken back.
            count INTEGER NOT NULL,
            undone_time INTEGER
        ) STRICT;
        ALTER TABLE loops ADD COLUMN bulk_accept_id INTEGER REFERENCES bulk_accepts (id);
        CREATE INDEX loops_by_bulk_accept ON loops (bulk_accept_id)
            WHERE bulk_accept_id IS NOT NULL;
        """

    static let workers = """
        -- Without a row everybody may do everything.
        CREATE TABLE workers (
            name TEXT PRIMARY KEY,
            role TEXT NOT NULL CHECK (role IN ('reviewer', 'annotator', 'lead')),
            creation_time INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
}
