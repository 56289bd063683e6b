import ArgumentParser
import HumanReview
import ReviewStore

/// `loopbox team remove`: fewer members.
struct TeamRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Take workers out of a team; they stay listed.")

    @ParentCommand var team: TeamCommand
    @OptionGroup var options: WorkspaceOptions

    @Argument(help: "The team's name.")
    var name: String

    @Argument(help: ArgumentHelp("The workers' names.", valueName: "worker"))
    var names: [String]

    @Flag(name: .customLong("json"), help: "Print JSON.")
    var isJSON = false

    func validate() throws {
        if names.isEmpty { throw ValidationError("name at least one worker") }
    }

    func run() throws {
        let options = options.merged(over: team.mergedOptions)
        let workers = try names.map { try WorkerName.worker($0, of: "worker") }
        let open = try OpenWorkspace(options)
        try open.store.remove(workers, fromTeam: name, by: try options.resolvedWorker())
        try TeamCommand.show(name, in: open, asJSON: isJSON)
    }
}
