import ArgumentParser
import HumanReview
import ReviewStore

/// `loopbox flow set`: how many answer each loop, and whose members.
struct FlowSetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Change who answers the loops.",
        discussion: """
            The task count is that of the loops started from then on; those there are keep theirs. The \
            team is asked about whenever a loop is given out.
            """)

    @ParentCommand var flow: FlowCommand
    @OptionGroup var options: WorkspaceOptions

    @Option(help: "How many people answer each loop without seeing each other's answer, 1 to 3.")
    var taskCount: Int?

    @Option(help: "The team whose members are given the loops.")
    var team: String?

    @Flag(name: .customLong("any-team"), help: "Give the loops to everybody who may answer.")
    var isForAnyTeam = false

    @Flag(name: .customLong("json"), help: "Print JSON.")
    var isJSON = false

    func validate() throws {
        if let taskCount, !(1...3).contains(taskCount) {
            throw ValidationError("--task-count is 1, 2 or 3, not \(taskCount)")
        }
        if team != nil, isForAnyTeam {
            throw ValidationError("--team and --any-team exclude each other")
        }
        if taskCount == nil, team == nil, !isForAnyTeam {
            throw ValidationError("say what to change: --task-count, --team or --any-team")
        }
    }

    func run() throws {
        let options = options.merged(over: flow.mergedOptions)
        let open = try OpenWorkspace(options)
        let worker = try options.resolvedWorker()
        if team != nil || isForAnyTeam {
            try open.store.setTeam(team, ofFlow: open.flow.name, by: worker)
        }
        if let taskCount {
            try open.store.setTaskCount(taskCount, ofFlow: open.flow.name, by: worker)
        }
        FlowShowCommand.show(try open.store.flow() ?? open.flow, asJSON: isJSON)
    }
}
