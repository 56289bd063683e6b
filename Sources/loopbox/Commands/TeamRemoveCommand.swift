import ArgumentParser
import ReviewStore

/// `loopbox team remove`: fewer members.
struct TeamRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Take workers out of a team; they stay listed.")

    @ParentCommand var team: TeamCommand
    @OptionGroup var options: WorkspaceOptions
    @OptionGroup var members: TeamMembersOptions

    func run() throws {
        try members.change(options.merged(over: team.mergedOptions)) {
            try $0.remove($1, fromTeam: members.name, by: $2)
        }
    }
}
