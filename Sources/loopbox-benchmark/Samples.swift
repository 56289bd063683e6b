/// The times that one piece of work took.
struct Samples {
    private(set) var milliseconds: [Double] = []

    /// The middle value, or 0 for none.
    var median: Double { Self.median(milliseconds) }

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
