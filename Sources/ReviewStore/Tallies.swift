import GRDB
import HumanReview

/// The counts that triggers keep.
struct Tallies {
    private let counts: [String: Int]

    /// Reads all of them: a handful of rows.
    init(_ db: Database) throws {
        let rows = try Row.fetchAll(db, cached: "SELECT name, count FROM tallies")
        counts = Dictionary(
            rows.map { ($0["name"] as String, $0["count"] as Int) }, uniquingKeysWith: { $1 })
    }

    subscript(status: HumanLoop.Status) -> Int { counts[status.rawValue] ?? 0 }

    /// Loops of every status.
    var loops: Int { HumanLoop.Status.allCases.reduce(0) { $0 + self[$1] } }
    var images: Int { counts["images"] ?? 0 }
    var confident: Int { counts["confident"] ?? 0 }
    /// Completed loops that stand as they were accepted in bulk.
    var accepted: Int { counts["accepted"] ?? 0 }
    var problems: Int { counts["problems"] ?? 0 }
    /// Images that wait for a prediction, those at work included.
    var queued: Int { counts["queued"] ?? 0 }
}
