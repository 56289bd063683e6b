internal import Foundation
internal import HumanReview
internal import ReviewStore

/// What leads and reviewers ask of a large store, beside the same of a small one.
struct StoreBenchmark {
    private static let small = 10_000
    private static let loopsPerConfident = 5
    private let loops: Int
    private let directory: String
    private let pattern: String

    /// Reads `--loops N`, `--only TEXT` for the requests whose name has it, and `--directory DIR`, where
    /// the stores are made and kept for another run.
    init(_ arguments: [String]) throws {
        var (loops, directory) = (1_000_000, NSTemporaryDirectory() + "/loopbox-store-benchmark")
        var pattern = ""
        var rest = arguments[...]
        while let option = rest.popFirst() {
            guard let value = rest.popFirst() else {
                throw UsageError(message: "\(option) needs a value or is unknown")
            }
            switch (option, Int(value)) {
            case ("--directory", _): directory = value
            case ("--only", _): pattern = value
            case ("--loops", let count?) where count > 0: loops = count
            default: throw UsageError(message: "\(option) \(value) means nothing")
            }
        }
        (self.loops, self.directory, self.pattern) = (loops, directory, pattern)
    }

    func run() throws {
        let small = try open(Self.small)
        let large = try open(loops)
        var results: [StoreResult] = []
        for request in try StoreRequest.all()
        where pattern.isEmpty || request.name.contains(pattern) {
            let result = try StoreResult(request, small: small, large: large)
            print(result.progress)
            results.append(result)
        }
        Report.table([StoreResult.heading(small: Self.small, large: loops)] + results.map(\.row))
        for result in results { result.judge() }
    }

    private func open(_ loops: Int) throws -> MeasuredStore {
        let path = directory + "/\(loops)"
        if Workspace.at(path) == nil {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true)
            let now = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
            try StoreGenerator(
                StoreScenario(
                    loops: loops, seed: 1, now: now, taskCount: 1, hasJournals: false,
                    confident: loops / Self.loopsPerConfident),
                directory: path
            ).run()
        }
        guard let workspace = Workspace.at(path) else {
            throw UsageError(message: "\(path) is no workspace")
        }
        return try MeasuredStore(workspace)
    }
}
