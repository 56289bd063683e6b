internal import HumanReview
internal import ReviewStore

/// One kind of request, asked of a small and a large store in turns so that what else the machine does
/// slows both.
struct StoreRequest {
    let name: String
    /// The most milliseconds that one may take at a million loops.
    let target: Double
    /// Whether its cost is to be the same however many loops there are.
    var isPerOperation = false
    /// How many samples are taken.
    var rounds = 5
    /// Takes one sample, or some.
    let ask: (MeasuredStore, inout Samples) throws -> Void

    /// Everything, in the order of the table.
    static func all() throws -> [StoreRequest] {
        try screens() + lists() + sheets() + work()
    }

    private static func screens() -> [StoreRequest] {
        [
            StoreRequest(name: "first screen", target: 300) { measured, samples in
                try samples.measure {
                    // Opening includes what the first screen asks for.
                    let other = try MeasuredStore(measured.workspace)
                    _ = try other.store.leadFigures(at: measured.now)
                    _ = try other.store.loopPage(
                        LoopFilter(), after: nil, limit: 60, at: measured.now,
                        budget: MeasuredStore.budget)
                }
            },
            StoreRequest(
                name: "dashboard", target: 200, isPerOperation: true, rounds: 30
            ) { measured, samples in
                _ = try samples.measure { try measured.store.leadFigures(at: measured.now) }
            },
        ]
    }
}
