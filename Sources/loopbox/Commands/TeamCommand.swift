import ArgumentParser
import HumanReview
import OrderedJSON
import ReviewStore

/// `loopbox team`: groups of workers, to whom flows give their loops.
struct TeamCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "team", abstract: "List and change the work teams.",
        discussion: """
            A flow that names a team ('loopbox flow set --team NAME') gives its loops to the team's \
            members; leads may open every loop.
            """,
        subcommands: [
            TeamListCommand.self, TeamCreateCommand.self, TeamAddCommand.self,
            TeamRemoveCommand.self, TeamDeleteCommand.self,
        ], defaultSubcommand: TeamListCommand.self)

    @ParentCommand var root: Loopbox
    @OptionGroup var options: WorkspaceOptions

    /// The options given before the command that follows.
    var mergedOptions: WorkspaceOptions { options.merged(over: root.options) }

    /// The team of a name as it is now, as JSON or as a line.
    static func show(_ name: String, in open: OpenWorkspace, asJSON isJSON: Bool) throws {
        guard let team = try open.store.teams().first(where: { $0.name == name }) else { return }
        guard !isJSON else {
            return Console.writeJSON(team.json)
        }
        Console.write("team \(name): " + team.memberText)
    }
}
