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
        /// The number of whole hours, the clock's, at which the band ends; nil for the last.
        package var hours: Int64?
        package var count: Int
    }

    private static let bounds: [Int64?] = [1, 4, 24, 72, 168, nil]

    init(_ records: LeadRecords) {
        depth = records.loops[.inProgress] ?? 0
        oldestMilliseconds = records.oldestWaiting.map {
            max(0, records.time.milliseconds - $0.milliseconds)
        }
        ageLimitMilliseconds = records.ageLimitMilliseconds
        overAge = records.overAge
        var start: Int64 = .min
        ages = Self.bounds.map { end in
            defer { start = end ?? .max }
            let count = records.waiting.reduce(0) { sum, entry in
                let age = records.time.hour - entry.key
                return sum + (age >= start && age < end ?? .max ? entry.value : 0)
            }
            return AgeBand(hours: end, count: count)
        }
    }
}
