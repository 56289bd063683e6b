import ArgumentParser
import HumanReview
import OrderedJSON
import ReviewStore

/// `loopbox worker remove`: one who works here no more.
struct WorkerRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Take a worker off the list and out of the teams; answers and drafts stay.")

    @ParentCommand var worker: WorkerCommand
    @OptionGroup var options: WorkspaceOptions

    @Argument(help: "The worker's name.")
    var name: String

    @Flag(name: .customLong("json"), help: "Print JSON.")
    var isJSON = false

    func run() throws {
        let options = options.merged(over: worker.mergedOptions)
        let removed = try WorkerName.worker(name, of: "worker")
        let open = try OpenWorkspace(options)
        try open.store.remove(removed, by: try options.resolvedWorker())
        guard !isJSON else {
            return Console.writeJSON(.object([.init("removed", .string(name))]))
        }
        Console.write("\(name) is listed no more; their answers and drafts are kept")
    }
}
