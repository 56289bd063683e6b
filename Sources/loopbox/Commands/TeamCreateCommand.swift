import ArgumentParser
import HumanReview
import ReviewStore

/// `loopbox team create`: a team of nobody yet.
struct TeamCreateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make a team.")

    @ParentCommand var team: TeamCommand
    @OptionGroup var options: WorkspaceOptions

    @Argument(help: "The team's name: lower-case letters, digits and single hyphens.")
    var name: String

    @Flag(name: .customLong("json"), help: "Print JSON.")
    var isJSON = false

    func validate() throws {
        guard FlowFactory.isName(name) else {
            throw ValidationError(
                "team '\(name)': a name is up to 63 lower-case letters, digits and single hyphens")
        }
    }

    func run() throws {
        let options = options.merged(over: team.mergedOptions)
        let open = try OpenWorkspace(options)
        try open.store.createTeam(name, by: try options.resolvedWorker(), at: SystemClock.now)
        try TeamCommand.show(name, in: open, asJSON: isJSON)
    }
}
