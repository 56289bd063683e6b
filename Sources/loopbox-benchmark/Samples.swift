/// The times that one piece of work took.
struct Samples {
    private(set) var milliseconds: [Double] = []

    /// The middle value, or 0 for none.
    var median: Double { Self.median(milliseconds) }

    /// The value that one in a hundred is above, or 0 for none.
    var percentile99: Double {
        let sorted = milliseconds.sorted()
        return sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, sorted.count * 99 / 100)]
    }

    /// The largest value, or 0 for none.
    var slowest: Double { milliseconds.max() ?? 0 }

    /// Keeps a time that was measured elsewhere.
    mutating func add(_ time: Double) { milliseconds.append(time) }

    /// Does the work and keeps its time.
    mutating func measure<Result>(_ work: () throws -> Result) rethrows -> Result {
        let start = ContinuousClock.now
        defer { milliseconds.append((ContinuousClock.now - start) / .milliseconds(1)) }
        return try work()
    }

    /// The middle of some values, or 0 for none.
    static func median(_ values: [Double]) -> Double {
        values.isEmpty ? 0 : values.sorted()[values.count / 2]
    }
}
