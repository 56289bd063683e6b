internal import Foundation
internal import HumanReview
internal import ReviewStore

/// Makes a workspace whose store holds a scenario.
struct StoreGenerator {
    private static let batch = 20_000

    let scenario: StoreScenario
    let directory: String

    /// Reads `DIR --loops N [--seed N] [--task-count N] [--journals 1] [--confident N]
    /// [--now MILLISECONDS]`.
    init(_ arguments: [String]) throws {
        guard let directory = arguments.first, !directory.hasPrefix("-") else {
            throw UsageError(message: "generate-store needs a directory")
        }
        self.directory = directory
        var values: [String: Int64] = [
            "--loops": 1_000_000, "--seed": 1, "--task-count": 1, "--journals": 0,
            "--confident": 0,
            "--now": Int64(Date().timeIntervalSince1970 * 1000),
        ]
        var rest = arguments.dropFirst()
        while let option = rest.popFirst() {
            guard let text = rest.popFirst(), values[option] != nil, let value = Int64(text),
                value >= 0
            else { throw UsageError(message: "\(option) needs a number or is unknown") }
            values[option] = value
        }
        scenario = StoreScenario(
            loops: Int(values["--loops"] ?? 0), seed: UInt64(values["--seed"] ?? 0),
            now: Timestamp(milliseconds: values["--now"] ?? 0),
            taskCount: Int(min(max(values["--task-count"] ?? 1, 1), 3)),
            hasJournals: values["--journals"] != 0, confident: Int(values["--confident"] ?? 0))
    }

    /// A generator of a scenario.
    init(_ scenario: StoreScenario, directory: String) {
        self.scenario = scenario
        self.directory = directory
    }

    /// Makes the workspace; the directory must not be one already.
    func run() throws {
        guard Workspace.at(directory) == nil else {
            throw UsageError(message: "\(directory) is a workspace already; name another directory")
        }
        let start = ContinuousClock.now
        let workspace = try Workspace.create(at: directory)
        let store = try SQLiteReviewStore(workspace: workspace)
        try store.add(scenario.flow)
        for numbers in Self.batches(of: scenario.loops) {
            try store.record(numbers.map(scenario.loop))
        }
        for numbers in Self.batches(of: scenario.confident) {
            _ = try store.add(numbers.map(scenario.confidentImage), at: scenario.now)
        }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        print("\(scenario.loops) loops in \(Report.number(seconds, decimals: 1)) s: \(directory)")
    }

    private static func batches(of count: Int) -> [Range<Int>] {
        stride(from: 0, to: count, by: batch).map { $0..<min($0 + batch, count) }
    }
}
