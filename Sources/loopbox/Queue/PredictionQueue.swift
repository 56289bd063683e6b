import Dispatch
import Foundation
import Glibc
import HumanReview
import ReviewStore
import Synchronization

/// The background queue of a process: a thread that predicts the images of a workspace, one after the
/// other, beside any number of others.
nonisolated final class PredictionQueue: Sendable {
    /// Below everything a person waits for; the network's own threads inherit it.
    private static let niceness: CInt = 10
    /// Enough for the deepest network's set-up and a template's rendering.
    private static let stackBytes = 8 << 20

    /// Makes the predictor of a version, on the queue's thread.
    typealias Loader = @Sendable (ModelVersion) throws -> any ImagePredicting

    private let store: SQLiteReviewStore
    private let options: QueueOptions
    private let load: Loader
    private let report: @Sendable (QueueReport) -> Void
    private let isStopping = Atomic(false)
    private let wake = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)

    /// A queue that has not begun.
    ///
    /// - Parameters:
    ///   - store: a connection of the queue's own, so that it never keeps the screen's waiting.
    ///   - options: how it works.
    ///   - load: makes the predictor of a version.
    ///   - report: is told what happens, from the queue's thread.
    init(
        store: SQLiteReviewStore, options: QueueOptions, load: @escaping Loader,
        report: @escaping @Sendable (QueueReport) -> Void
    ) {
        self.store = store
        self.options = options
        self.load = load
        self.report = report
    }

    /// Begins on a thread of its own.
    func start() {
        // What the network's measurements are remembered under.
        setenv("OMP_NUM_THREADS", String(options.threads), 1)
        let thread = Thread { self.run() }
        thread.name = "queue"
        thread.stackSize = Self.stackBytes
        thread.start()
    }

    /// Ends between two images, or gives back the one at work; returns when it has.
    func stop() {
        isStopping.store(true, ordering: .releasing)
        wake.signal()
        ended.wait()
        ended.signal()
    }

    private func run() {
        // Of this thread alone, as Linux counts.
        setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, Self.niceness)
        EngineThreads.use(options.threads)
        let worker = QueueWorker(
            store: store, ending: options.ending, load: load, report: report,
            isStopping: { self.isStopping.load(ordering: .acquiring) }, pause: pause)
        report(.ended(failure: worker.run()))
        ended.signal()
    }

    /// Waits a while, or until the queue is to stop.
    private func pause(_ milliseconds: Int) {
        guard wake.wait(timeout: .now() + .milliseconds(milliseconds)) == .success else { return }
        // For whoever waits after this.
        wake.signal()
    }
}
