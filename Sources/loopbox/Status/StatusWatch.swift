import Glibc
import HumanReview
import OrderedJSON
import ReviewStore

/// `loopbox status --watch`: the figures whenever they change, and a command run for what happens.
nonisolated struct StatusWatch {
    private static let noticesAtOnce = 100

    let open: OpenWorkspace
    let ageLimit: AgeArgument?
    let command: NoticeCommand?
    /// Whether the screen is drawn over; else every change is a line of JSON.
    let isScreen: Bool
    let seconds: Double

    private var lastDepth: Int?
    private var lastShown: JSONValue?
    private var lastFailure: String?

    /// A watch that has not looked yet.
    init(
        _ open: OpenWorkspace, ageLimit: AgeArgument?, command: NoticeCommand?, isScreen: Bool,
        seconds: Double
    ) {
        self.open = open
        self.ageLimit = ageLimit
        self.command = command
        self.isScreen = isScreen
        self.seconds = seconds
    }

    /// Watches until the process is ended, or nobody reads what it prints.
    ///
    /// What cannot be read for a moment, as while a disk is full, is told of and tried again.
    mutating func run() {
        while Console.outputFailure == nil {
            do {
                let report = try StatusReport(open, ageLimit: ageLimit)
                show(report)
                try notify(report.figures)
                lastFailure = nil
            } catch {
                tell("\(error)")
            }
            usleep(UInt32(seconds * 1_000_000))
        }
    }

    /// Says what goes wrong once, not every time it is tried.
    private mutating func tell(_ failure: String) {
        guard failure != lastFailure else { return }
        lastFailure = failure
        Console.report(failure)
    }

    private mutating func show(_ report: StatusReport) {
        if isScreen { return Console.drawScreen(report.lines, footer: "Ctrl-C ends") }
        let stable = report.figures.changes
        guard stable != lastShown else { return }
        lastShown = stable
        Console.writeJSON(JSONWriter().write(report.json))
    }

    private mutating func notify(_ figures: LeadFigures) throws {
        guard let command else { return }
        let limit = figures.queue.ageLimitMilliseconds
        let late = Timestamp(milliseconds: figures.time.milliseconds - limit)
        var position = try open.store.watchPosition(of: command.text, late: late)
        try tellOfWhatHappened(command, &position)
        try tellOfLate(command, &position, before: late, limit: limit, at: figures.time)
        if figures.queue.depth == 0, let lastDepth, lastDepth > 0 {
            run(command, .queueEmpty(at: figures.time))
        }
        lastDepth = figures.queue.depth
        try open.store.setWatchPosition(position, of: command.text)
    }

    /// The position is kept after each command: one that is killed before is run again.
    private func tellOfWhatHappened(
        _ command: NoticeCommand, _ position: inout WatchPosition
    ) throws {
        while true {
            let found = try open.store.notices(after: position, limit: Self.noticesAtOnce)
            for (notice, reached) in found {
                run(command, notice)
                position = reached
                try open.store.setWatchPosition(position, of: command.text)
            }
            guard found.count == Self.noticesAtOnce else { return }
        }
    }

    private func tellOfLate(
        _ command: NoticeCommand, _ position: inout WatchPosition, before late: Timestamp,
        limit: Int64, at time: Timestamp
    ) throws {
        while position.late < late {
            let loops = try open.store.waitingLoops(
                createdFrom: position.late, before: late, limit: Self.noticesAtOnce)
            for loop in loops {
                run(
                    command,
                    .late(loop: loop.name, created: loop.creationTime, limit: limit, at: time))
            }
            let last = loops.last?.creationTime ?? late
            position.late =
                loops.count < Self.noticesAtOnce
                ? late : Timestamp(milliseconds: last.milliseconds + 1)
            try open.store.setWatchPosition(position, of: command.text)
        }
    }

    private func run(_ command: NoticeCommand, _ notice: StatusNotice) {
        guard let failure = command.run(notice) else { return }
        Console.report("--notify '\(command.text)': \(failure); the watch goes on")
    }
}

nonisolated extension LeadFigures {
    /// What of the figures changes only when something happens, and not as time passes.
    fileprivate var changes: JSONValue {
        let states = HumanLoop.Status.allCases.map { JSONValue.integer(Int64(loops[$0] ?? 0)) }
        let answers = workers.reduce(0) { $0 + $1.total.answers + $1.total.sentBack }
        let counts = [confident, queued, queue.overAge, answers, audit.audited, audit.corrected]
        let leases = leases.map { JSONValue.string("\($0.worker) \($0.loop) \($0.isLive)") }
        return .array(states + counts.map { .integer(Int64($0)) } + leases)
    }
}
