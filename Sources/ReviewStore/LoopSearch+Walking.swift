import GRDB
import HumanReview

extension LoopSearch {
    /// The loops after a place, stride by stride.
    func walk(
        after position: LoopPosition?, limit: Int, isOver: () -> Bool
    ) throws -> (found: [LoopPosition], next: LoopPosition?, isPartial: Bool) {
        let isDescending = query.filter.order == .newestFirst
        var found: [LoopPosition] = []
        for range in try ranges(after: position, isDescending: isDescending) {
            let page = try Found.fetchAll(
                db,
                sql: rows(in: within)
                    + " ORDER BY \(loop) \(isDescending ? "DESC" : "ASC") LIMIT :limit",
                arguments: query.arguments([
                    "first": range.lowerBound, "last": range.upperBound,
                    "limit": limit - found.count,
                ]))
            found += page.map(\.position)
            if found.count == limit { return (found, found.last, false) }
            if isOver() {
                let edge = isDescending ? range.lowerBound : range.upperBound
                return (found, LoopPosition(id: edge, score: -1), true)
            }
        }
        return (found, nil, false)
    }

    /// The loops after a place in the order of scores, stride by stride.
    func walkByScore(
        after start: LoopPosition?, limit: Int, isOver: () -> Bool
    ) throws -> (found: [LoopPosition], next: LoopPosition?, isPartial: Bool) {
        var (found, position) = ([LoopPosition](), start)
        while true {
            let edge = try scoreEdge(after: position)
            found += try positions(
                sorted(after: position, through: edge), after: position, through: edge,
                limit: limit - found.count)
            if found.count == limit { return (found, found.last, false) }
            guard let edge else { return (found, nil, false) }
            if isOver() { return (found, edge, true) }
            position = edge
        }
    }

    /// The last loop of a stride in the order of scores, or nil when the rest is shorter.
    private func scoreEdge(after position: LoopPosition?) throws -> LoopPosition? {
        let every = LoopSearch(
            LoopQuery(LoopFilter(order: query.filter.order), at: query.time, query.census),
            limits: limits, method: .walked(nil), db: db)
        return try every.positions(
            every.sorted(after: position) + " OFFSET \(limits.stride - 1)", after: position,
            limit: 1
        ).first
    }

    /// The keys after a place in strides, in the list's order.
    func ranges(after position: LoopPosition?, isDescending: Bool) throws
        -> [ClosedRange<Int64>]
    {
        // The two in one query would be found by looking at every loop.
        let row = try Row.fetchOne(
            db,
            cached: """
                SELECT (SELECT MIN(id) FROM loops) AS first, (SELECT MAX(id) FROM loops) AS last
                """)
        guard let row, var first: Int64 = row["first"], var last: Int64 = row["last"] else {
            return []
        }
        if let position {
            if isDescending {
                last = min(last, position.id - 1)
            } else {
                first = max(first, position.id + 1)
            }
        }
        guard first <= last else { return [] }
        let starts = Swift.stride(from: first, through: last, by: Int(limits.stride))
        let ranges = starts.map { start in start...start + min(last - start, limits.stride - 1) }
        return isDescending ? ranges.reversed() : ranges
    }

    /// The column of a loop's key that is in the order of what is walked.
    private var loop: String {
        postings?.loop ?? "loops.id"
    }

    /// A condition for a stride.
    var within: String { "\(loop) BETWEEN :first AND :last" }
}
