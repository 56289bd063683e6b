import GRDB
import HumanReview

/// Finds the loops that a filter lets through, in its order, whatever their number.
///
/// Where one term leaves few loops these are gathered by its index and sorted. Otherwise the list is
/// walked in its order, a stride of loops at a time, along an index that holds all that is asked or, in
/// the list's own order, along the loops of one class; between two strides the search may stop and say
/// how far it came. Only what a pattern has to look at every name for is gathered without a stop: a
/// million names are looked at sooner than as many loops in steps.
struct LoopSearch {
    let query: LoopQuery
    let limits: Limits
    let method: Method
    let db: Database

    /// Where one way of searching gives way to the next.
    struct Limits {
        /// More keys than this are not gathered and sorted: the list's own order finds a page sooner.
        var gathered = 20_000
        /// Loops looked at between two looks at the clock; a hundredth of a second.
        var stride: Int64 = 32_768
        /// Gathered keys that are tested first; then twice as many, and so on.
        var picked = 256
    }

    /// A loop that was found.
    struct Found: FetchableRecord {
        let position: LoopPosition

        init(row: Row) { position = LoopPosition(id: row["id"], score: row["score"]) }
    }

    enum Method {
        /// By the keys that one source leaves.
        case gathered([Int64])
        /// Along the list, or along the postings of one source.
        case walked(LoopSource?)
    }

    init(_ query: LoopQuery, limits: Limits = Limits(), in db: Database) throws {
        self.query = query
        self.limits = limits
        self.db = db
        method = try Self.method(for: query, limits, in: db)
    }

    /// A search whose method is known.
    init(_ query: LoopQuery, limits: Limits, method: Method, db: Database) {
        (self.query, self.limits, self.method, self.db) = (query, limits, method, db)
    }

    private static func method(
        for query: LoopQuery, _ limits: Limits, in db: Database
    ) throws -> Method {
        var fewest: [Int64]?
        for source in query.sources where !source.isLastResort {
            let limit = fewest?.count ?? limits.gathered
            fewest = try source.fetch(query, limit: limit, in: db) ?? fewest
        }
        for source in query.sources where source.isLastResort && fewest == nil {
            fewest = try source.fetch(query, limit: limits.gathered, in: db)
        }
        if let fewest { return .gathered(fewest) }
        return .walked(query.sources.first { $0.postings != nil })
    }

    /// The loops after a place, as many as fit a page.
    ///
    /// - Parameters:
    ///   - position: the place, or nil for the beginning.
    ///   - limit: the most loops.
    ///   - isOver: asked between two strides whether to stop.
    /// - Returns: the loops, and where to go on: nil when there are no more.
    /// - Throws: `DatabaseError`.
    func page(
        after position: LoopPosition?, limit: Int, isOver: () -> Bool = { false }
    ) throws -> (found: [LoopPosition], next: LoopPosition?, isPartial: Bool) {
        guard limit > 0 else { return ([], position, false) }
        if case .walked = method, !isBare {
            return query.filter.order.isByID
                ? try walk(after: position, limit: limit, isOver: isOver)
                : try walkByScore(after: position, limit: limit, isOver: isOver)
        }
        if case .gathered(let keys) = method, query.filter.order.isByID {
            // To gather them anew for another look at the clock would take longer than to test them.
            let (found, next) = try pick(from: keys, after: position, limit: limit)
            return (found, next, false)
        }
        let found = try positions(
            sorted(after: position), after: position, limit: limit)
        return (found, found.count == limit ? found.last : nil, false)
    }

    /// How many loops there are, no more than a limit and one.
    func count(limit: Int, isOver: () -> Bool = { false }) throws -> LoopCount {
        guard case .walked = method else {
            let number =
                try Int.fetchOne(
                    db, sql: "SELECT COUNT(*) FROM (\(rows(in: "TRUE")) LIMIT \(limit + 1))",
                    arguments: arguments()) ?? 0
            return LoopCount(min(number, limit), isExact: number <= limit)
        }
        var number = 0
        for range in try ranges(after: nil, isDescending: true) {
            guard number <= limit, !isOver() else {
                return LoopCount(min(number, limit), isExact: false)
            }
            number +=
                try Int.fetchOne(
                    db, sql: "SELECT COUNT(*) FROM (\(rows(in: within)))",
                    arguments: query.arguments([
                        "first": range.lowerBound, "last": range.upperBound,
                    ]))
                ?? 0
        }
        return LoopCount(min(number, limit), isExact: number <= limit)
    }
}

extension LoopOrder {
    /// Whether the order is that in which loops were started.
    var isByID: Bool { self == .newestFirst || self == .oldestFirst }
}
