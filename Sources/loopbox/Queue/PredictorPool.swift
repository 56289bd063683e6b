import Dispatch
import Synchronization

/// Networks that predict files side by side, each on its share of the processors.
///
/// The threads of one network wait for each other after every layer; those of several never do, and one
/// network's arithmetic goes on while another's next photo is decoded.
nonisolated final class PredictorPool: Sendable {
    /// Every network has weights and maps of its own.
    private static let mostNetworks = 4

    private struct Member: @unchecked Sendable {
        let predictor: ImagePredictor
    }

    private let members: [Member]
    private let threads: Int

    /// As many networks as there are processors or files, within reason.
    ///
    /// - Throws: what `make` throws.
    init(processors: Int, files: Int, make: () throws -> ImagePredictor) throws {
        let count = max(1, min(processors, files, Self.mostNetworks))
        threads = max(1, processors / count)
        EngineThreads.use(threads)
        // One after the other: what the first finds out by timing the others know.
        members = try (0..<count).map { _ in Member(predictor: try make()) }
    }

    /// Does `work` for every file, and tells of each in its order as soon as it and all before it are done.
    ///
    /// - Throws: ``CommandError`` when the system gives no more threads.
    func forEach<Result: Sendable>(
        _ paths: [String], _ work: @escaping @Sendable (ImagePredictor, String) -> Result,
        tell: (String, Result) -> Void
    ) throws {
        let course = Course<Result>()
        var workers: [JoinableThread] = []
        defer { for worker in workers { worker.join() } }
        do {
            for member in members {
                workers.append(
                    try JoinableThread(name: "predictor") { [threads] in
                        EngineThreads.use(threads)
                        while let index = course.next(of: paths.count) {
                            course.end(index, with: work(member.predictor, paths[index]))
                        }
                    })
            }
        } catch  where !workers.isEmpty {
            // Fewer do it too.
        }
        for (index, path) in paths.enumerated() { tell(path, course.result(index)) }
    }

    /// Who does what, and what came of it.
    private final class Course<Result: Sendable>: Sendable {
        private let begun = Atomic(0)
        private let results = Mutex<[Int: Result]>([:])
        private let ended = DispatchSemaphore(value: 0)

        func next(of count: Int) -> Int? {
            let index = begun.add(1, ordering: .relaxed).oldValue
            return index < count ? index : nil
        }

        func end(_ index: Int, with result: Result) {
            results.withLock { $0[index] = result }
            ended.signal()
        }

        /// Waits for a result, and forgets it.
        func result(_ index: Int) -> Result {
            while true {
                if let result = results.withLock({ $0.removeValue(forKey: index) }) {
                    return result
                }
                ended.wait()
            }
        }
    }
}
