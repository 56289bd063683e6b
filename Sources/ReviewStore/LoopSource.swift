import GRDB

/// A way to the loops that a single condition leaves.
struct LoopSource {
    /// A query of the loops' keys.
    let keys: String
    /// Where the keys are kept in their order, so that they can be walked.
    var postings: Postings?

    /// A table with the key of a loop, whose rows under a condition are in the order of the keys.
    struct Postings {
        let table: String
        let condition: String
        /// The column of the key.
        let loop: String
    }

    /// How many loops it leaves, counted no further than one past a limit.
    func count(_ query: LoopQuery, limit: Int, in db: Database) throws -> Int {
        try Int.fetchOne(
            db, sql: "SELECT COUNT(*) FROM (\(keys) LIMIT \(limit + 1))",
            arguments: query.arguments()) ?? 0
    }
}
