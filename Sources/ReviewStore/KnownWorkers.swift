import GRDB

/// The workers a workspace has heard of.
struct KnownWorkers {
    let db: Database

    /// Those that are listed or have ever answered, by name.
    ///
    /// The names among all answers are found by skipping along their index from one to the next.
    var names: [String] {
        get throws {
            try String.fetchAll(
                db,
                cached: """
                    WITH RECURSIVE answering (name) AS (
                        SELECT MIN(worker) FROM answers
                        UNION ALL
                        SELECT (SELECT MIN(worker) FROM answers WHERE worker > name)
                        FROM answering WHERE name IS NOT NULL)
                    SELECT name FROM answering WHERE name IS NOT NULL
                    UNION SELECT name FROM workers ORDER BY 1
                    """)
        }
    }

    /// Whether a worker is listed, has answered, has something on their desk or is asked for something.
    func isKnown(_ name: String) throws -> Bool {
        try Bool.fetchOne(
            db,
            cached: """
                SELECT EXISTS (SELECT 1 FROM workers WHERE name = :name)
                    OR EXISTS (SELECT 1 FROM answers WHERE worker = :name)
                    OR EXISTS (SELECT 1 FROM tasks WHERE asked = :name)
                    OR EXISTS (
                        SELECT 1 FROM tasks WHERE lease_end IS NOT NULL AND holder = :name)
                """, arguments: ["name": name]) ?? false
    }
}
