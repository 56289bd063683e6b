import GRDB

/// The workers a workspace has heard of.
struct KnownWorkers {
    let db: Database

    /// Those that are listed or have ever answered, by name.
    var names: [String] {
        get throws {
            try String.fetchAll(
                db,
                cached: """
                    SELECT value FROM (\(SkipScan.values(of: "worker", in: "answers")))
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
