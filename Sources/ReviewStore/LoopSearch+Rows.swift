import GRDB
import HumanReview

extension LoopSearch {
    /// The loops after a place that is known by its score or key, as far as another place.
    func sorted(after position: LoopPosition?, through edge: LoopPosition? = nil) -> String {
        let score = "COALESCE(loops.score, -1)"
        let (place, end, order) =
            switch query.filter.order {
            case .newestFirst: ("loops.id < :id", "loops.id >= :endID", "loops.id DESC")
            case .oldestFirst: ("loops.id > :id", "loops.id <= :endID", "loops.id")
            case .lowestScoreFirst:
                (
                    "\(score) >= :score AND (\(score) > :score OR loops.id > :id)",
                    "\(score) <= :end AND (\(score) < :end OR loops.id <= :endID)",
                    "\(score), loops.id"
                )
            case .highestScoreFirst:
                (
                    "\(score) <= :score AND (\(score) < :score OR loops.id < :id)",
                    "\(score) >= :end AND (\(score) > :end OR loops.id >= :endID)",
                    "\(score) DESC, loops.id DESC"
                )
            }
        let places = [position.map { _ in place }, edge.map { _ in end }].compactMap { $0 }
        return rows(
            in: places.isEmpty ? "TRUE" : places.joined(separator: " AND "),
            isByScore: !query.filter.order.isByID)
            + " ORDER BY \(order) LIMIT :limit"
    }

    /// What ``sorted(after:through:)`` finds.
    func positions(
        _ sql: String, after position: LoopPosition?, through edge: LoopPosition? = nil, limit: Int
    ) throws -> [LoopPosition] {
        var others: [String: (any DatabaseValueConvertible)?] = ["limit": limit]
        let isByID = query.filter.order.isByID
        if let position {
            others["id"] = position.id
            if !isByID { others["score"] = position.score }
        }
        if let edge {
            others["endID"] = edge.id
            if !isByID { others["end"] = edge.score }
        }
        return try Found.fetchAll(db, sql: sql, arguments: arguments(others)).map(\.position)
    }

    /// The loops that meet a condition and the filter's.
    ///
    /// - Parameters:
    ///   - condition: which part of the list is meant.
    ///   - isByScore: whether it is a part in the order of scores.
    /// - Returns: a query without an order.
    func rows(in condition: String, isByScore: Bool = false) -> String {
        let selection = "SELECT loops.id AS id, COALESCE(loops.score, -1) AS score FROM "
        let conditions = " WHERE \(condition)" + query.condition
        if case .gathered = method {
            return """
                WITH gathered (loop_id) AS MATERIALIZED (SELECT value FROM json_each(:gathered))
                \(selection) gathered
                CROSS JOIN loops \(Self.listed) ON loops.id = gathered.loop_id\(conditions)
                """
        }
        if !isByScore, let postings {
            return """
                \(selection) \(postings.table) CROSS JOIN loops \(Self.listed)
                ON loops.id = \(postings.loop)\(conditions) AND \(postings.condition)
                """
        }
        return selection + "loops " + (isByScore ? Self.scored : Self.listed) + conditions
    }

    /// What ``rows(in:isByScore:)`` compares with.
    func arguments(
        _ others: [String: (any DatabaseValueConvertible)?] = [:]
    ) -> StatementArguments {
        guard case .gathered(let keys) = method else { return query.arguments(others) }
        var others = others
        others["gathered"] = "[" + keys.map(String.init).joined(separator: ",") + "]"
        return query.arguments(others)
    }

    /// The list of keys that is walked; nil when it is that of all loops.
    var postings: LoopSource.Postings? {
        if case .walked(let source) = method { source?.postings } else { nil }
    }

    /// Whether a page is the next loops of the list, whatever they are.
    var isBare: Bool { query.tests.isEmpty }

    private static let listed = "INDEXED BY loops_in_list"
    private static let scored = "INDEXED BY loops_by_score"
}
