import ArgumentParser
import ReviewStore

/// `loopbox team add`: more members.
struct TeamAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Put workers in a team.")

    @ParentCommand var team: TeamCommand
    @OptionGroup var options: WorkspaceOptions
    @OptionGroup var members: TeamMembersOptions

    func run() throws {
        try members.change(options.merged(over: team.mergedOptions)) {
            try $0.add($1, toTeam: members.name, by: $2)
        }
    }
}
