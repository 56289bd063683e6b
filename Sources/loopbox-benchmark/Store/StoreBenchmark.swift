internal import Foundation
internal import HumanReview
internal import ReviewStore

/// What leads and reviewers ask of a large store, beside the same of a small one.
struct StoreBenchmark {
    private static let small = 10_000
    private static let loopsPerConfident = 5
    private var loops = 1_000_000
    private var directory = NSTemporaryDirectory() + "/loopbox-store-benchmark"
    private var pattern = ""

    /// Reads `--loops N`, `--only TEXT` for the requests whose name has it, and `--directory DIR`, where
    /// the stores are made and kept for another run.
    init(_ arguments: [String]) throws {
        for option in try CommandOption.all(in: arguments) {
            switch option.name {
            case "--directory": directory = option.value
            case "--only": pattern = option.value
            case "--loops": loops = try option.count()
            default: throw option.meaningless
            }
        }
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
