import GRDB

/// A number kept for everybody who works in a workspace.
enum Setting: String {
    /// Milliseconds from which a loop in progress is late.
    case ageLimit

    /// What was set, or nil.
    func value(in db: Database) throws -> Int64? {
        let text = try String.fetchOne(
            db, cached: "SELECT value FROM settings WHERE name = ?", arguments: [rawValue])
        return text.flatMap { Int64($0) }
    }

    /// Sets it.
    func set(_ value: Int64, in db: Database) throws {
        try db.execute(
            cached: """
                INSERT INTO settings VALUES (?, ?)
                ON CONFLICT (name) DO UPDATE SET value = excluded.value
                """, arguments: [rawValue, String(value)])
    }
}
