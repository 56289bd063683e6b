/// How the loops in progress stand.
package struct QueueFigures: Hashable, Sendable {
    /// Loops in progress.
    package var depth: Int
    /// The age of the oldest in milliseconds, or nil of an empty queue.
    package var oldestMilliseconds: Int64?
    /// The age from which a loop is late, in milliseconds.
    package var ageLimitMilliseconds: Int64
    /// Loops that are late.
    package var overAge: Int
    /// Loops by age, youngest first.
    package var ages: [AgeBand]

    /// Loops of an age.
    package struct AgeBand: Hashable, Sendable {
        /// The age in hours that all are below; nil for the last.
        package var hours: Int64?
        package var count: Int
    }

    /// The ages in hours where one band ends and the next begins.
    package static let bounds: [Int64] = [1, 4, 24, 72, 168]

    init(_ records: LeadRecords) {
        depth = records.loops[.inProgress] ?? 0
        oldestMilliseconds = records.oldestWaiting.map {
            max(0, records.time.milliseconds - $0.milliseconds)
        }
        ageLimitMilliseconds = records.ageLimitMilliseconds
        overAge = records.overAge
        let older = [depth] + Self.bounds.map { records.waiting[$0] ?? 0 } + [0]
        let ends: [Int64?] = Self.bounds.map { $0 } + [nil]
        ages = zip(ends, zip(older, older.dropFirst())).map { end, counts in
            AgeBand(hours: end, count: counts.0 - counts.1)
        }
    }
}
