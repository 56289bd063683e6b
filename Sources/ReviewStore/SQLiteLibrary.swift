import GRDB

/// The SQLite that stores are kept by.
package enum SQLiteLibrary {
    /// Its version in its own words, or nil when it cannot be asked.
    package static var version: String? {
        try? DatabaseQueue().read { db in try String.fetchOne(db, sql: "SELECT sqlite_version()") }
    }
}
