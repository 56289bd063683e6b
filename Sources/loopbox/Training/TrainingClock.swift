/// How fast steps are made, the time between epochs left out.
nonisolated struct TrainingClock {
    private var epochStart = SystemClock.steadyMilliseconds
    private var paused: Int64 = 0
    private var steps = 0

    /// Counts a step.
    mutating func step() { steps += 1 }

    /// The rate of the epoch so far; nil before there is one.
    var stepsPerSecond: Double? {
        let milliseconds = SystemClock.steadyMilliseconds - epochStart - paused
        guard steps > 0, milliseconds > 0 else { return nil }
        return Double(steps) * 1000 / Double(milliseconds)
    }

    /// The rate of the epoch that is over; the next one begins.
    mutating func endEpoch() -> Double {
        let rate = stepsPerSecond ?? 0
        self = TrainingClock()
        return rate
    }

    /// Does something that is no part of a step.
    mutating func pause<Value>(_ body: () throws -> Value) rethrows -> Value {
        let start = SystemClock.steadyMilliseconds
        defer { paused += SystemClock.steadyMilliseconds - start }
        return try body()
    }
}
