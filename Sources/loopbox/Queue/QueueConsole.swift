import Glibc
import HumanReview
import ReviewStore
import Terminal

/// Runs a background queue from the main thread, and says how it goes: problems as they come, progress
/// now and then, the totals at the end.
final class QueueConsole {
    /// Between two lines of progress where they cannot be drawn over one another.
    private static let secondsBetweenLines: Int64 = 10

    private let store: SQLiteReviewStore
    private let queue: PredictionQueue
    private let mailbox: Mailbox<QueueReport>
    private let signals: SignalSource
    /// Told of each image, for who wants a line of it.
    private let visit: (ImageRoute) -> Void
    private let begin = SystemClock.steadyMilliseconds
    private var totals = QueueTotals()
    private var nextLine: Int64
    private var failure: String?
    private var isRunning = true

    init(
        _ open: OpenWorkspace, _ options: QueueOptions,
        visit: @escaping (ImageRoute) -> Void = { _ in }
    ) throws {
        store = open.store
        let mailbox = try Mailbox<QueueReport>()
        self.mailbox = mailbox
        self.visit = visit
        signals = try SignalSource()
        queue = try PredictionQueue(of: open.workspace, options, report: mailbox.post)
        nextLine = SystemClock.steadyMilliseconds + Self.secondsBetweenLines * 1_000
    }

    /// Runs until the queue ends or a signal asks it to.
    ///
    /// - Returns: the failure that ended it, or nil.
    func run() throws -> String? {
        queue.start()
        // However it ends: a process that exits over a running network crashes.
        defer { queue.stop() }
        while isRunning {
            wait()
            for signal in signals.drain() { handle(signal) }
            for report in mailbox.drain() { handle(report) }
            showProgress()
        }
        queue.stop()
        for report in mailbox.drain() { handle(report) }
        clearProgress()
        let seconds = Double(SystemClock.steadyMilliseconds - begin) / 1_000
        Console.write(totals.description(seconds: seconds))
        return failure
    }

    private func wait() {
        var descriptors = [mailbox.descriptor, signals.descriptor].map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        poll(&descriptors, nfds_t(descriptors.count), 250)
    }

    private func handle(_ signal: Signal) {
        switch signal {
        case .terminate, .interrupt, .hangup: isRunning = false
        case .stop: signals.stopProcess()
        case .resumed, .windowChanged: break
        }
    }

    private func handle(_ report: QueueReport) {
        switch report {
        case .inService(let model): say("\(model) is in service")
        case .routed(let image):
            totals.add(image)
            visit(image)
        case .problem(let path, let reason):
            totals.problems += 1
            complain("\(path): \(reason)")
        case .delayed(let reason): complain(reason)
        case .ended(let failure):
            self.failure = failure ?? self.failure
            isRunning = false
        }
    }

    private func say(_ line: String) {
        clearProgress()
        Console.write(line)
    }

    private func complain(_ line: String) {
        clearProgress()
        Console.report(line)
    }

    private func clearProgress() {
        if Console.isErrorTerminal { Console.showProgress(nil) }
    }

    /// What cannot be read now is shown the next time.
    private func showProgress() {
        let isLineDue = SystemClock.steadyMilliseconds >= nextLine
        guard isRunning, Console.isErrorTerminal || isLineDue,
            let progress = try? store.queueProgress(at: SystemClock.now)
        else { return }
        let line =
            "\(Counted.of(totals.images, "image")), \(QueueTotals.rate(progress.rate)), \(progress.depth) waiting"
        if Console.isErrorTerminal { return Console.showProgress(line) }
        nextLine = SystemClock.steadyMilliseconds + Self.secondsBetweenLines * 1_000
        Console.write(line)
    }
}
