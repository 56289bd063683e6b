import ArgumentParser
import HumanReview
import OrderedJSON
import ReviewStore

/// `loopbox worker add`: one more who may work here.
struct WorkerAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "List a worker.",
        discussion: "Whoever adds the first worker of a workspace becomes a lead of it.")

    @ParentCommand var worker: WorkerCommand
    @OptionGroup var options: WorkspaceOptions

    @Argument(help: "The worker's name: that of a Unix user.")
    var name: String

    @Option(help: "What the worker may do: reviewer, annotator or lead.")
    var role = WorkerRole.reviewer

    @Flag(name: .customLong("json"), help: "Print JSON.")
    var isJSON = false

    func run() throws {
        let options = options.merged(over: worker.mergedOptions)
        let added = try WorkerName.worker(name, of: "worker")
        let open = try OpenWorkspace(options)
        let entries = try open.store.add(
            added, as: role, by: try options.resolvedWorker(), at: SystemClock.now)
        guard !isJSON else {
            let json = JSONValue.object([.init("added", .array(entries.map(\.json)))])
            return Console.writeJSON(json)
        }
        for entry in entries {
            Console.write("\(entry.worker.name) is listed as \(entry.role.rawValue)")
        }
    }
}
