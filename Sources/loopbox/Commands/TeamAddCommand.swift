import ArgumentParser
import HumanReview
import ReviewStore

/// `loopbox team add`: more members.
struct TeamAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Put workers in a team.")

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
        try open.store.add(workers, toTeam: name, by: try options.resolvedWorker())
        try TeamCommand.show(name, in: open, asJSON: isJSON)
    }
}
