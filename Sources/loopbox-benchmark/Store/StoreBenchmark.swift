internal import Foundation
internal import HumanReview
internal import ReviewStore

/// What leads and reviewers ask of a large store, beside the same of a small one.
struct StoreBenchmark {
    private static let small = 10_000
    private let loops: Int
    private let directory: String

    /// Reads `--loops N` and `--directory DIR`, where the stores are made and kept for another run.
    init(_ arguments: [String]) throws {
        var (loops, directory) = (1_000_000, NSTemporaryDirectory() + "/loopbox-store-benchmark")
        var rest = arguments[...]
        while let option = rest.popFirst() {
            guard let value = rest.popFirst() else {
                throw UsageError(message: "\(option) needs a value or is unknown")
            }
            switch (option, Int(value)) {
            case ("--directory", _): directory = value
            case ("--loops", let count?) where count > 0: loops = count
            default: throw UsageError(message: "\(option) \(value) means nothing")
            }
        }
        (self.loops, self.directory) = (loops, directory)
    }

    func run() throws {
        let small = try measure(Self.small)
        let large = try measure(loops)
        Report.table(
            [["ms", "\(Self.small) loops", "\(loops) loops", "ratio"]]
                + zip(small, large).map { one, other in
                    [
                        one.name, Report.number(one.milliseconds),
                        Report.number(other.milliseconds),
                        Report.number(other.milliseconds / one.milliseconds),
                    ]
                })
        for (one, other) in zip(small, large) {
            Report.ratio("\(other.name), ms", other.milliseconds, atMost: other.target)
            guard other.isPerOperation else { continue }
            Report.ratio(
                "\(other.name), large to small", other.milliseconds / one.milliseconds, atMost: 1.5)
        }
    }

    private func measure(_ loops: Int) throws -> [StoreMeasurement] {
        let path = directory + "/\(loops)"
        if Workspace.at(path) == nil {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true)
            let now = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
            try StoreGenerator(
                StoreScenario(
                    loops: loops, seed: 1, now: now, taskCount: 1, hasJournals: false),
                directory: path
            ).run()
        }
        guard let workspace = Workspace.at(path) else {
            throw UsageError(message: "\(path) is no workspace")
        }
        return try StoreMeasurement.all(of: workspace)
    }
}
