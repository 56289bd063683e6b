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
            try KnownWorkers(db: db).names.map(Worker.init(name:))
        }
    }
}
