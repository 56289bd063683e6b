import Dispatch
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
    private let pace: NetworkPace?
    private let load: Loader
    private let report: @Sendable (QueueReport) -> Void
    private let isStopping = Atomic(false)
    private let wake = DispatchSemaphore(value: 0)
    private let thread = Mutex<JoinableThread?>(nil)

    /// A queue that has not begun.
    ///
    /// - Parameters:
    ///   - store: a connection of the queue's own, so that it never keeps the screen's waiting.
    ///   - options: how it works.
    ///   - pace: what a queue beside a screen goes by.
    ///   - load: makes the predictor of a version.
    ///   - report: is told what happens, from the queue's thread.
    init(
        store: SQLiteReviewStore, options: QueueOptions, pace: NetworkPace? = nil,
        load: @escaping Loader,
        report: @escaping @Sendable (QueueReport) -> Void
    ) {
        self.store = store
        self.options = options
        self.pace = pace
        self.load = load
        self.report = report
    }

    /// Begins on a thread of its own.
    func start() {
        do {
            let started = try JoinableThread(name: "queue") {
                self.run()
            }
            thread.withLock { $0 = started }
        } catch {
            report(.ended(failure: "\(error)"))
        }
    }

    /// Ends between two images, or gives back the one at work; returns when nothing of it is left.
    func stop() {
        isStopping.store(true, ordering: .releasing)
        wake.signal()
        thread.withLock { $0.take() }?.join()
    }

    private func run() {
        do {
            let network = try NetworkThread(threads: options.threads, loader: load)
            defer { network.end() }
            report(.ended(failure: work(on: network)))
        } catch {
            report(.ended(failure: "\(error)"))
        }
    }

    private func work(on network: NetworkThread) -> String? {
        let worker = QueueWorker(
            store: store, ending: options.ending, network: network, pace: pace, report: report,
            isStopping: { self.isStopping.load(ordering: .acquiring) }, pause: pause)
        return worker.run()
    }

    /// Waits a while, or until the queue is to stop.
    private func pause(_ milliseconds: Int) {
        guard wake.wait(timeout: .now() + .milliseconds(milliseconds)) == .success else { return }
        // For whoever waits after this.
        wake.signal()
    }
}
