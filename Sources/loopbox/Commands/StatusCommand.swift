import Annotations
import ArgumentParser
import HumanReview
import OrderedJSON
import ReviewStore

/// `loopbox status`: how far the work is.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Show how many images wait, are answered or went wrong.")

    /// Problems told of; the count tells of the others.
    private static let mostProblems = 20

    @ParentCommand var root: Loopbox
    @OptionGroup var options: WorkspaceOptions

    @Flag(name: .customLong("json"), help: "Print JSON.")
    var isJSON = false

    func run() throws {
        let open = try OpenWorkspace(options.merged(over: root.options))
        let status = try open.store.status(at: SystemClock.now)
        let problems = try open.store.problems(limit: Self.mostProblems)
        let queue = try QueueSurvey(open)
        if isJSON {
            let value = json(status, problems, open, queue)
            Console.writeJSON(JSONWriter(style: .pretty).write(value))
        } else {
            printText(status, problems, open, queue)
        }
    }

    private func printText(
        _ status: WorkspaceStatus, _ problems: [InputProblem], _ open: OpenWorkspace,
        _ queue: QueueSurvey
    ) {
        let threshold = open.flow.activationConditions.scoreThreshold
        Console.write("workspace  \(open.workspace.path)")
        Console.write("flow       \(open.flow.name), \(open.flow.labels.names.count) classes")
        Console.write("images     \(status.images)")
        for line in queue.lines { Console.write(line) }
        Console.write("waiting    \(status.waiting) loops, \(status.held) open now")
        Console.write("confident  \(status.confident), at a score of \(threshold) or more")
        Console.write(
            "completed  \(status.loops[.completed] ?? 0), \(status.completedInLastHour) in the last "
                + "hour, \(status.completedInLastDay) in the last day")
        for other in [HumanLoop.Status.stopping, .stopped, .failed] {
            guard let count = status.loops[other], count > 0 else { continue }
            Console.write(other.rawValue.lowercased().padded(to: 11) + "\(count)")
        }
        Console.write("outputs    \(open.workspace.outputPath)")
        Console.write("problems   \(status.problems)")
        for problem in problems { Console.write("  \(problem.path): \(problem.reason)") }
        guard status.problems > problems.count else { return }
        Console.write("  and \(status.problems - problems.count) earlier ones")
    }

    private func json(
        _ status: WorkspaceStatus, _ problems: [InputProblem], _ open: OpenWorkspace,
        _ queue: QueueSurvey
    ) -> JSONValue {
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
            .init(
                "problems",
                .array(
                    problems.map { problem in
                        .object([
                            .init("path", .string(problem.path)),
                            .init("reason", .string(problem.reason)),
                            .init("time", .string(problem.time.iso8601)),
                        ])
                    })),
        ])
    }
}
