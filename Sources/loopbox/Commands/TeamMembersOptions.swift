import ArgumentParser
import HumanReview
import ReviewStore

/// The team and the workers of `loopbox team add` and `team remove`, which differ in what they do to them.
struct TeamMembersOptions: ParsableArguments {
    @Argument(help: "The team's name.")
    var name: String

    @Argument(help: ArgumentHelp("The workers' names.", valueName: "worker"))
    var names: [String]

    @Flag(name: .customLong("json"), help: "Print JSON.")
    var isJSON = false

    func validate() throws {
        if names.isEmpty { throw ValidationError("name at least one worker") }
    }

    /// Changes the team's members and prints the team.
    func change(
        _ options: WorkspaceOptions,
        by change: (SQLiteReviewStore, [Worker], Worker) throws -> Void
    ) throws {
        let workers = try names.map { try WorkerName.worker($0, of: "worker") }
        let open = try OpenWorkspace(options)
        try change(open.store, workers, try options.resolvedWorker())
        try TeamCommand.show(name, in: open, asJSON: isJSON)
    }
}
