import Glibc
import HumanReview
import Screen
import Terminal
import Workbench

/// The event loop: waits for the terminal, signals, workers' answers and the clock, and shows one frame
/// however many events came.
final class Workstation {
    private let terminal: TerminalSession
    private let signals: SignalSource
    private let mailbox: Mailbox<Event>
    private let runner: EffectRunner
    /// Predicts beside the screen; nil when others are to do that.
    private let queue: PredictionQueue?
    private let pace = NetworkPace()
    private var state: AppState
    private var nextTick: ContinuousClock.Instant
    private var nextBeat: ContinuousClock.Instant

    /// Makes a background queue that goes at a pace and reports as it is told.
    typealias QueueMaker =
        (NetworkPace, @escaping @Sendable (QueueReport) -> Void) throws -> PredictionQueue

    /// Takes the terminal; a lease is renewed four times in its `leaseTime`.
    init(
        store: any WorkstationStore, worker: Worker, settings: WorkstationSettings,
        terminal: TerminalSession, signals: SignalSource, makeQueue: QueueMaker?
    ) throws {
        self.terminal = terminal
        self.signals = signals
        let mailbox = try Mailbox<Event>()
        self.mailbox = mailbox
        queue = try makeQueue?(pace) { report in
            if let event = Event(report) { mailbox.post(event) }
        }
        runner = EffectRunner(
            store: store, worker: worker, photos: PhotoLoader(report: mailbox.post),
            accept: AcceptRunner(store: store, worker: worker, report: mailbox.post),
            loops: LoopsRunner(store: store, worker: worker, report: mailbox.post),
            teams: TeamsRunner(store: store, worker: worker, report: mailbox.post))
        state = AppState(
            metrics: terminal.metrics.whenSettled(terminal.areMetricsSettled),
            theme: settings.theme,
            keymap: settings.keymap, worker: worker, workspaceName: settings.workspaceName,
            quickClasses: settings.quickClasses, now: SystemClock.now)
        state.destination = settings.destination
        state.scoreBounds = settings.scoreBounds
        beat = settings.leaseTime / 4
        nextTick = .now
        nextBeat = .now + settings.leaseTime / 4
    }

    private let beat: Duration

    /// Runs until the reviewer leaves or the terminal is gone; the terminal is given back in any case.
    func run() {
        defer {
            terminal.close()
            // After the terminal, so that nobody waits for the image at work to have theirs back.
            queue?.stop()
        }
        terminal.show(render(state))
        queue?.start()
        apply(.started)
        while state.isRunning {
            terminal.show(render(state))
            wait()
            let now = ContinuousClock.now
            if now >= nextTick {
                nextTick = now + .seconds(1)
                apply(.clock(SystemClock.now))
            }
            if now >= nextBeat {
                nextBeat = now + beat
                apply(.heartbeat)
            }
            signals.drain().forEach(handle)
            for event in terminal.readEvents() + terminal.tick(now) { handle(event) }
            mailbox.drain().forEach(apply)
        }
    }

    private func wait() {
        let due = [nextTick, nextBeat, terminal.nextDeadline].compactMap { $0 }.min() ?? nextTick
        let milliseconds = max(0, (due - .now) / .milliseconds(1)).rounded(.up)
        var descriptors = [
            pollfd(fd: terminal.inputDescriptor, events: terminal.pollEvents, revents: 0),
            pollfd(fd: mailbox.descriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
        ]
        poll(&descriptors, nfds_t(descriptors.count), CInt(min(milliseconds, 1000)))
    }

    /// Updates the state and performs what that calls for, before any further event is looked at.
    private func apply(_ event: Event) {
        // Keys typed ahead of the end are not looked at any more.
        guard state.isRunning else { return }
        for effect in update(&state, event) {
            perform(effect)
            runner.perform(effect).forEach(apply)
        }
    }

    private func perform(_ effect: Effect) {
        switch effect {
        case .redraw: terminal.redraw()
        default: break
        }
    }

    private func handle(_ signal: Signal) {
        switch signal {
        case .windowChanged: terminal.windowSizeChanged().forEach(handle)
        case .stop: suspend()
        // Continued after a stop that gave no warning: the shell has had the terminal.
        case .resumed: comeBack()
        case .hangup, .terminate, .interrupt: apply(.terminated)
        }
    }

    private func handle(_ event: TerminalEvent) {
        stamp()
        pace.giveWay()
        switch event {
        case .key(.control("z")): suspend()
        case .key(.control("c")): apply(.terminated)
        case .key(let key): apply(.key(key))
        case .mouse(let mouse): apply(.mouse(mouse))
        case .pasted(let text): apply(.pasted(text))
        case .resized(let metrics):
            apply(.resized(metrics.whenSettled(terminal.areMetricsSettled)))
        // The terminal paints anew what it doubts by itself.
        case .focusGained, .focusLost: break
        case .hangup: apply(.terminated)
        }
    }

    /// Journal entries carry the time of their own key, not that of the last tick.
    private func stamp() { apply(.clock(SystemClock.now)) }

    private func suspend() {
        terminal.suspend()
        signals.stopProcess()
        let others = signals.drain().filter { $0 != .resumed }
        comeBack()
        others.forEach(handle)
    }

    private func comeBack() {
        terminal.resume()
        apply(.resumed)
    }
}

extension ScreenMetrics {
    /// The measures without pixels while those are not known yet, so that no photo is made to a wrong size.
    fileprivate func whenSettled(_ areSettled: Bool) -> ScreenMetrics {
        var metrics = self
        if !areSettled {
            metrics.cellWidth = 0
            metrics.cellHeight = 0
        }
        return metrics
    }
}
