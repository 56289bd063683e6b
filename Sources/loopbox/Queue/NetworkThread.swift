import Annotations
import Dispatch
import Glibc
import HumanReview
import ReviewStore
import Synchronization

/// The thread that a background queue's network runs on, below everything a person waits for.
///
/// It never touches the store: were a thread of low priority to be put aside in a transaction, the
/// screen would wait for it and for all that goes before it.
nonisolated final class NetworkThread: Sendable {
    /// The network's own threads inherit it.
    private static let niceness: CInt = 10

    private enum Request {
        case load(ModelVersion)
        case predict(ReviewImage)
        case end
    }

    private let threads: Int
    private let loader: PredictionQueue.Loader
    private let request = Mutex<Request>(.end)
    private let answer = Mutex<Result<[Detection], any Error>>(.success([]))
    private let asked = DispatchSemaphore(value: 0)
    private let answered = DispatchSemaphore(value: 0)
    private let thread = Mutex<JoinableThread?>(nil)

    /// Starts the thread.
    ///
    /// - Throws: ``CommandError`` when the system gives no more threads.
    init(threads: Int, loader: @escaping PredictionQueue.Loader) throws {
        self.threads = threads
        self.loader = loader
        let started = try JoinableThread(name: "network") {
            self.run()
        }
        thread.withLock { $0 = started }
    }

    /// Puts a version in place of the one before.
    func load(_ model: ModelVersion) throws { _ = try ask(.load(model)) }

    /// What the loaded version sees on an image.
    func detections(on image: ReviewImage) throws -> [Detection] { try ask(.predict(image)) }

    /// Returns when the thread has ended and freed its network; nothing may be asked after.
    func end() {
        request.withLock { $0 = .end }
        asked.signal()
        thread.withLock { $0.take() }?.join()
    }

    private func ask(_ next: Request) throws -> [Detection] {
        request.withLock { $0 = next }
        asked.signal()
        answered.wait()
        return try answer.withLock { $0 }.get()
    }

    private func run() {
        // Of this thread alone, as Linux counts.
        setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, Self.niceness)
        EngineThreads.use(threads)
        var predictor: (any ImagePredicting)?
        while true {
            asked.wait()
            let next = request.withLock { $0 }
            if case .end = next { return }
            let result = Result { try perform(next, &predictor) }
            answer.withLock { $0 = result }
            answered.signal()
        }
    }

    private func perform(
        _ request: Request, _ predictor: inout (any ImagePredicting)?
    ) throws -> [Detection] {
        switch request {
        case .load(let model):
            // Two networks at once would need twice the memory.
            predictor = nil
            predictor = try loader(model)
            return []
        case .predict(let image): return try predictor?.detections(on: image) ?? []
        case .end: return []
        }
    }
}
