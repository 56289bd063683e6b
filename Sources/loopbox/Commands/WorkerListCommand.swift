import ArgumentParser
import HumanReview
import OrderedJSON
import ReviewStore

/// `loopbox worker list`: everybody who is listed, with role and teams.
struct WorkerListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the workers with their roles and teams.")

    @ParentCommand var worker: WorkerCommand
    @OptionGroup var options: WorkspaceOptions

    @Flag(name: .customLong("json"), help: "Print JSON.")
    var isJSON = false

    func run() throws {
        let open = try OpenWorkspace(options.merged(over: worker.mergedOptions))
        let workers = try open.store.workers()
        guard !isJSON else {
            let json = JSONValue.array(workers.map(\.json))
            return Console.writeJSON(json)
        }
        guard !workers.isEmpty else {
            return Console.write(
                "no workers are listed: everybody may do everything; "
                    + "'loopbox worker add NAME' begins a list")
        }
        Console.write(Self.row("WORKER", "ROLE", "TEAMS"))
        for entry in workers {
            Console.write(
                Self.row(
                    entry.worker.name, entry.role.rawValue,
                    entry.teams.isEmpty ? "-" : entry.teams.joined(separator: ", ")))
        }
    }

    private static func row(_ name: String, _ role: String, _ teams: String) -> String {
        name.padded(to: 24) + role.padded(to: 12) + teams
    }
}
