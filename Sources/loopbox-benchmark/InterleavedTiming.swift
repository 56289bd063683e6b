/// The times of several candidates that take turns, so that what slows the machine slows all.
struct InterleavedTiming {
    /// Milliseconds, a list for each candidate.
    private(set) var times: [[Double]]

    /// Runs each candidate once a round, after one round that does not count.
    init(rounds: Int, _ candidates: [() throws -> Void]) throws {
        times = candidates.map { _ in [] }
        for round in 0...rounds {
            for (index, candidate) in candidates.enumerated() {
                let start = ContinuousClock.now
                try candidate()
                let elapsed = ContinuousClock.now - start
                if round > 0 { times[index].append(elapsed / .milliseconds(1)) }
            }
        }
    }

    /// The median of a candidate.
    func median(_ candidate: Int) -> Double { Self.median(times[candidate]) }

    /// The middle value, or 0 for none.
    static func median(_ values: [Double]) -> Double {
        values.isEmpty ? 0 : values.sorted()[values.count / 2]
    }
}
