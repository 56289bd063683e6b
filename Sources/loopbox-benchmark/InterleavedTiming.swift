/// The times of several candidates that take turns, so that what slows the machine slows all.
struct InterleavedTiming {
    private var samples: [Samples]

    /// Runs each candidate once a round, after one round that does not count.
    init(rounds: Int, _ candidates: [() throws -> Void]) throws {
        samples = candidates.map { _ in Samples() }
        for candidate in candidates { try candidate() }
        for _ in 0..<rounds {
            for (index, candidate) in candidates.enumerated() {
                try samples[index].measure(candidate)
            }
        }
    }

    /// The median of a candidate, in milliseconds.
    func median(_ candidate: Int) -> Double { samples[candidate].median }
}
