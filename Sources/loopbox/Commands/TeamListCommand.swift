import ArgumentParser
import HumanReview
import OrderedJSON
import ReviewStore

/// `loopbox team list`: every team with its members.
struct TeamListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the teams with their members and flows.")

    @ParentCommand var team: TeamCommand
    @OptionGroup var options: WorkspaceOptions

    @Flag(name: .customLong("json"), help: "Print JSON.")
    var isJSON = false

    func run() throws {
        let open = try OpenWorkspace(options.merged(over: team.mergedOptions))
        let teams = try open.store.teams()
        guard !isJSON else {
            let json = JSONValue.array(teams.map(\.json))
            return Console.writeJSON(json)
        }
        guard !teams.isEmpty else {
            return Console.write("no teams yet; 'loopbox team create NAME' makes one")
        }
        Console.write(Self.row("TEAM", "FLOWS", "MEMBERS"))
        for team in teams {
            let flows = team.flows.isEmpty ? "-" : team.flows.joined(separator: ", ")
            Console.write(Self.row(team.name, flows, team.memberText))
        }
    }

    private static func row(_ name: String, _ flows: String, _ members: String) -> String {
        name.padded(to: 24) + flows.padded(to: 24) + members
    }
}
