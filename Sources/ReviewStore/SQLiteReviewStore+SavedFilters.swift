import GRDB
package import HumanReview

extension SQLiteReviewStore {
    package func savedFilters() throws -> [SavedFilter] {
        try read { db in
            try Row.fetchAll(db, cached: "SELECT name, text FROM saved_filters ORDER BY name")
                .map { SavedFilter(name: $0["name"], text: $0["text"]) }
        }
    }

    package func save(_ filter: SavedFilter) throws {
        try write { db in
            try db.execute(
                cached: """
                    INSERT INTO saved_filters VALUES (?, ?)
                    ON CONFLICT (name) DO UPDATE SET text = excluded.text
                    """, arguments: [filter.name, filter.text])
        }
    }

    package func deleteSavedFilter(named name: String) throws {
        try write { db in
            try db.execute(
                cached: "DELETE FROM saved_filters WHERE name = ?", arguments: [name])
        }
    }

    package func knownWorkers() throws -> [Worker] {
        try read { db in
            try String.fetchAll(db, cached: Self.knownWorkers).map(Worker.init(name:))
        }
    }

    /// The names among all answers are found by skipping along their index from one to the next.
    private static let knownWorkers = """
        WITH RECURSIVE answering (name) AS (
            SELECT MIN(worker) FROM answers
            UNION ALL
            SELECT (SELECT MIN(worker) FROM answers WHERE worker > name)
            FROM answering WHERE name IS NOT NULL)
        SELECT name FROM answering WHERE name IS NOT NULL
        UNION SELECT name FROM workers ORDER BY 1
        """
}
