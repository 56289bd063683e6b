import GRDB

@testable import ReviewStore

/// Stores as earlier versions made them, with rows of a store of today.
enum EarlierStore {
    /// A store migrated so far and no further, with the rows of some tables of another.
    static func make(
        upTo migration: String, in workspace: Workspace, tables: [String],
        from store: SQLiteReviewStore
    ) throws -> DatabaseQueue {
        let earlier = try DatabaseQueue(path: workspace.path + "/earlier.sqlite")
        try Schema.migrator.migrate(earlier, upTo: migration)
        try store.read { db in
            try earlier.writeWithoutTransaction { old in
                for table in tables { try copy(table, from: db, to: old) }
            }
        }
        return earlier
    }

    private static func copy(_ table: String, from db: Database, to old: Database) throws {
        let columns = try old.columns(in: table).map(\.name)
            // Worked out by the database itself.
            .filter { $0 != "file_name" }.joined(separator: ", ")
        for row in try Row.fetchAll(db, sql: "SELECT \(columns) FROM \(table)") {
            let places = row.databaseValues.map { _ in "?" }.joined(separator: ", ")
            try old.execute(
                sql: "INSERT INTO \(table) (\(columns)) VALUES (\(places))",
                arguments: StatementArguments(row.databaseValues))
        }
    }
}
