import GRDB

/// A way to the loops that a single condition leaves.
struct LoopSource {
    /// A query of the loops' keys.
    let keys: String
    /// Where the keys are kept in their order, so that they can be walked.
    var postings: Postings?
    /// Whether many names are looked at to find few, so that any other way is tried before.
    var isLastResort = false

    /// A table with the key of a loop, whose rows under a condition are in the order of the keys.
    struct Postings {
        let table: String
        let condition: String
        /// The column of the key.
        let loop: String
    }

    /// The keys of the loops it leaves, or nil when they are more than a limit.
    func fetch(_ query: LoopQuery, limit: Int, in db: Database) throws -> [Int64]? {
        let keys = try Int64.fetchAll(
            db, sql: "SELECT * FROM (\(keys) LIMIT \(limit + 1))", arguments: query.arguments())
        return keys.count <= limit ? keys : nil
    }
}
