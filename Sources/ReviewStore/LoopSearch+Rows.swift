import GRDB
import HumanReview

extension LoopSearch {
    /// The loops after a place that is known by its score or key.
    func sorted(after position: LoopPosition?) -> String {
        let score = "COALESCE(loops.score, -1)"
        let (place, order) =
            switch query.filter.order {
            case .newestFirst: ("loops.id < :id", "loops.id DESC")
            case .oldestFirst: ("loops.id > :id", "loops.id")
            case .lowestScoreFirst:
                (
                    "\(score) >= :score AND (\(score) > :score OR loops.id > :id)",
                    "\(score), loops.id"
                )
            case .highestScoreFirst:
                (
                    "\(score) <= :score AND (\(score) < :score OR loops.id < :id)",
                    "\(score) DESC, loops.id DESC"
                )
            }
        return rows(in: position == nil ? "TRUE" : place) + " ORDER BY \(order) LIMIT :limit"
    }

    /// What ``sorted(after:)`` finds.
    func positions(
        _ sql: String, position: LoopPosition?, limit: Int
    ) throws -> [LoopPosition] {
        var others: [String: (any DatabaseValueConvertible)?] = ["limit": limit]
        if let position {
            others["id"] = position.id
            if !query.filter.order.isByID { others["score"] = position.score }
        }
        return try Found.fetchAll(db, sql: sql, arguments: query.arguments(others)).map(\.position)
    }

    /// The loops that meet a condition and the filter's, in no order.
    func rows(in condition: String) -> String {
        let selection = "SELECT loops.id AS id, COALESCE(loops.score, -1) AS score FROM "
        let conditions = " WHERE \(condition)" + query.condition
        if case .gathered(let source) = method {
            return """
                WITH gathered (loop_id) AS MATERIALIZED (\(source.keys)) \(selection) gathered
                CROSS JOIN loops \(Self.listed) ON loops.id = gathered.loop_id\(conditions)
                """
        }
        if let postings {
            return """
                \(selection) \(postings.table) CROSS JOIN loops \(Self.listed)
                ON loops.id = \(postings.loop)\(conditions) AND \(postings.condition)
                """
        }
        // Without a condition the index of the order itself is best.
        let isBare = query.tests.isEmpty && !query.filter.order.isByID
        return selection + "loops " + (isBare ? "" : Self.listed) + conditions
    }

    /// The list of keys that is walked; nil when it is that of all loops.
    var postings: LoopSource.Postings? {
        if case .walked(let source) = method { source?.postings } else { nil }
    }

    private static let listed = "INDEXED BY loops_in_list"
}
