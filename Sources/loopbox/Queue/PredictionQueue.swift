import Dispatch
import Foundation
import Glibc
import HumanReview
import ReviewStore
import Synchronization

/// The background queue of a process: a thread that predicts the images of a workspace, one after the
/// other, beside any number of others.
nonisolated final class PredictionQueue: Sendable {
    /// Makes the predictor of a version, on the network's thread.
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
        let network = NetworkThread(threads: options.threads, loader: load)
        let worker = QueueWorker(
            store: store, ending: options.ending, network: network, report: report,
            isStopping: { self.isStopping.load(ordering: .acquiring) }, pause: pause)
        let failure = worker.run()
        network.end()
        report(.ended(failure: failure))
        ended.signal()
    }

    /// Waits a while, or until the queue is to stop.
    private func pause(_ milliseconds: Int) {
        guard wake.wait(timeout: .now() + .milliseconds(milliseconds)) == .success else { return }
        // For whoever waits after this.
        wake.signal()
    }
}
