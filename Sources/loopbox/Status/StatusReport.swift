import Annotations
import HumanReview
import OrderedJSON
import ReviewStore

/// How a workspace stands, as text and as JSON.
nonisolated struct StatusReport {
    /// Problems told of; the count tells of the others.
    private static let mostProblems = 20
    /// Workers told of as text; JSON has all.
    private static let mostWorkers = 12

    let open: OpenWorkspace
    let status: WorkspaceStatus
    let problems: [InputProblem]
    let queue: QueueSurvey
    let figures: LeadFigures

    /// Reads everything, with an age limit other than the workspace's where one is given.
    init(_ open: OpenWorkspace, ageLimit: AgeArgument?) throws {
        self.open = open
        let now = SystemClock.now
        status = try open.store.status(at: now)
        problems = try open.store.problems(limit: Self.mostProblems)
        queue = try QueueSurvey(open)
        figures = try open.store.leadFigures(at: now, ageLimit: ageLimit?.milliseconds)
    }

    /// The lines a person reads.
    var lines: [String] {
        let threshold = open.flow.activationConditions.scoreThreshold
        return [
            "workspace  \(open.workspace.path)",
            "flow       \(open.flow.name), \(open.flow.labels.names.count) classes",
            "images     \(status.images)",
        ] + queue.lines + [
            "waiting    \(Counted.loops(status.waiting)), \(status.held) open now" + ageText,
            "confident  \(status.confident), at a score of \(threshold) or more",
            "completed  \(status.loops[.completed] ?? 0), \(status.completedInLastHour) in the last "
                + "hour, \(status.completedInLastDay) in the last day",
        ] + otherStates + estimateLines + workerLines + auditLines + [
            "outputs    \(open.workspace.outputPath)", "problems   \(status.problems)",
        ] + problems.map { "  \($0.path): \($0.reason)" }
            + (status.problems > problems.count
                ? ["  and \(status.problems - problems.count) earlier ones"] : [])
    }

    private var ageText: String {
        guard let oldest = figures.queue.oldestMilliseconds else { return "" }
        let late = figures.queue.overAge
        let limit = SpanText.of(milliseconds: figures.queue.ageLimitMilliseconds)
        return ", the oldest \(SpanText.of(milliseconds: oldest)) old"
            + (late > 0 ? ", \(late) over the limit of \(limit)" : "")
    }

    private var otherStates: [String] {
        [HumanLoop.Status.stopping, .stopped, .failed].compactMap { state in
            guard let count = status.loops[state], count > 0 else { return nil }
            return state.rawValue.lowercased().padded(to: 11) + "\(count)"
        }
    }

    private var estimateLines: [String] {
        guard let estimate = figures.estimate else { return [] }
        let (hours, finish) = (estimate.workingHours, estimate.finish(from: figures.time))
        return [
            "estimate   \(Self.hours(hours.middle)) working hours "
                + "(\(Self.hours(hours.low)) to \(Self.hours(hours.high))), done "
                + "\(finish.middle.iso8601Seconds) (\(finish.low.iso8601Seconds) to "
                + "\(finish.high.iso8601Seconds))"
        ]
    }

    private static func hours(_ hours: Double) -> String {
        hours < 10
            ? "\(Double((hours * 10).rounded()) / 10)" : "\(Int(min(hours, 1e9).rounded()))"
    }

    private var workerLines: [String] {
        let shown = figures.workers.prefix(Self.mostWorkers).map { worker in
            "  " + worker.name.padded(to: 16)
                + "\(Counted.of(worker.total.answers, "answer")), \(worker.today.answers) today"
                + (worker.total.answersPerActiveHour.map { ", \(Self.hours($0)) an active hour" }
                    ?? "")
                + (worker.total.acceptance.estimate.map { ", \(Self.percent($0)) as proposed" }
                    ?? "")
                + (worker.total.accepted > 0 ? ", \(worker.total.accepted) accepted in bulk" : "")
        }
        let more = figures.workers.count - shown.count
        return figures.workers.isEmpty
            ? []
            : ["workers    \(figures.workers.count)"] + shown
                + (more > 0 ? ["  and \(more) with fewer answers"] : [])
    }

    private var auditLines: [String] {
        let audit = figures.audit
        guard audit.audited > 0, let rate = audit.errorRate.estimate else { return [] }
        return [
            "audit      \(audit.auditErrors) of \(audit.audited) wrong, \(Self.percent(rate)) "
                + "(\(Self.percent(audit.errorRate.lower)) to "
                + "\(Self.percent(audit.errorRate.upper)))"
        ]
    }

    private static func percent(_ share: Double) -> String {
        "\(Double((share * 1000).rounded()) / 10) %"
    }

    /// Everything, for programs.
    var json: JSONValue {
        let loops = HumanLoop.Status.allCases.map { loopStatus in
            JSONValue.Member(loopStatus.rawValue, .count(status.loops[loopStatus] ?? 0))
        }
        return .object([
            .init("workspace", .string(open.workspace.path)),
            .init("flow", .string(open.flow.name)), .init("images", .count(status.images)),
            .init("queue", queue.json), .init("model", queue.model),
            .init("predictions", queue.predictions),
            .init("waiting", .count(status.waiting)), .init("held", .count(status.held)),
            .init("confident", .count(status.confident)), .init("loops", .object(loops)),
            .init("completedInLastHour", .count(status.completedInLastHour)),
            .init("completedInLastDay", .count(status.completedInLastDay)),
            .init("output", .string(open.workspace.outputPath)),
            .init("problemCount", .count(status.problems)),
            .init("problems", .array(problems.map(Self.json))), .init("figures", figures.json),
        ])
    }

    private static func json(_ problem: InputProblem) -> JSONValue {
        .object([
            .init("path", .string(problem.path)), .init("reason", .string(problem.reason)),
            .init("time", .string(problem.time.iso8601)),
        ])
    }
}
