import ArgumentParser
import HumanReview
import OrderedJSON
import ReviewStore

/// `loopbox team delete`: a team that no flow names.
struct TeamDeleteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Delete a team; its members stay listed.")

    @ParentCommand var team: TeamCommand
    @OptionGroup var options: WorkspaceOptions

    @Argument(help: "The team's name.")
    var name: String

    @Flag(name: .customLong("json"), help: "Print JSON.")
    var isJSON = false

    func run() throws {
        let options = options.merged(over: team.mergedOptions)
        let open = try OpenWorkspace(options)
        try open.store.deleteTeam(name, by: try options.resolvedWorker())
        guard !isJSON else {
            return Console.writeJSON(.object([.init("deleted", .string(name))]))
        }
        Console.write("team \(name) is deleted; its members stay listed")
    }
}
