import ArgumentParser
import HumanReview
import OrderedJSON
import ReviewStore

/// `loopbox worker set`: another role.
struct WorkerSetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Give a worker another role.")

    @ParentCommand var worker: WorkerCommand
    @OptionGroup var options: WorkspaceOptions

    @Argument(help: "The worker's name.")
    var name: String

    @Option(help: "What the worker may do: reviewer, annotator or lead.")
    var role: WorkerRole

    @Flag(name: .customLong("json"), help: "Print JSON.")
    var isJSON = false

    func run() throws {
        let options = options.merged(over: worker.mergedOptions)
        let changed = try WorkerName.worker(name, of: "worker")
        let open = try OpenWorkspace(options)
        try open.store.setRole(role, of: changed, by: try options.resolvedWorker())
        guard !isJSON else {
            let entry = try open.store.workers().first { $0.worker == changed }
            return Console.writeJSON(entry?.json ?? .null)
        }
        Console.write("\(name) is \(role.rawValue) now")
    }
}
