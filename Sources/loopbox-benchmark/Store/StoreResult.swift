/// The times of one kind of request, of a small and a large store.
struct StoreResult {
    private let request: StoreRequest
    private let small: Samples
    private let large: Samples

    /// Asks both stores in turns.
    init(_ request: StoreRequest, small: MeasuredStore, large: MeasuredStore) throws {
        self.request = request
        var samples = (small: Samples(), large: Samples())
        for _ in 0..<request.rounds {
            try request.ask(small, &samples.small)
            try request.ask(large, &samples.large)
        }
        (self.small, self.large) = samples
    }

    /// What was measured, told at once.
    var progress: String { row.joined(separator: "  ") }

    /// The names of the columns.
    static func heading(small: Int, large: Int) -> [String] {
        [
            "ms", "\(small) loops", "p99", "\(large) loops", "p99", "ratio", "ratio of p99",
            "at most",
        ]
    }

    /// A row of the table.
    var row: [String] {
        [
            request.name, Report.number(small.median), Report.number(small.percentile99),
            Report.number(large.median), Report.number(large.percentile99),
            Report.number(ratio(\.median)), Report.number(ratio(\.percentile99)),
            String(Int(request.target)),
        ]
    }

    /// Prints whether the targets are met: by one in a hundred at most not, and in the middle.
    func judge() {
        Report.ratio("\(request.name), p99 in ms", large.percentile99, atMost: request.target)
        guard request.isPerOperation else { return }
        Report.ratio("\(request.name), large to small", ratio(\.median), atMost: 1.5)
        Report.ratio(
            "\(request.name), large to small at p99", ratio(\.percentile99), atMost: 1.5)
    }

    private func ratio(_ value: (Samples) -> Double) -> Double {
        value(small) > 0 ? value(large) / value(small) : 0
    }
}
