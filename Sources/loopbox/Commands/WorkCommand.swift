import ArgumentParser
import HumanReview
import ReviewStore
import Terminal

/// `loopbox work`: the background queue without a screen.
struct WorkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "work", abstract: "Predict the waiting images with the model in service.",
        discussion: """
            Any number of processes share the images of a workspace, and each image is predicted once. \
            A deployment counts from the next image on. SIGTERM and Ctrl+C end it between two images. \
            Programs of other sessions, a reviewer's screen above all, go before it.
            """)

    @ParentCommand var root: Loopbox
    @OptionGroup var options: WorkspaceOptions

    @Flag(
        name: .customLong("drain"),
        help: "End when no image waits and no other living process is at work on one.")
    var isDrain = false

    @Option(help: "Threads the network runs on; all processors without it.")
    var threads: Int?

    func validate() throws {
        guard let threads, !(1...1024).contains(threads) else { return }
        throw ValidationError("--threads is a number from 1 to 1024, not \(threads)")
    }

    func run() throws {
        let options = options.merged(over: root.options)
        let threads = threads ?? EngineThreads.processors
        EngineThreads.makePassive(threads: threads)
        let open = try OpenWorkspace(options)
        guard try open.store.deployedModel() != nil else {
            throw CommandError(
                "\(open.workspace.path): no model is in service; "
                    + "'loopbox model import FILE --deploy' puts one there")
        }
        let queue = QueueOptions(threads: threads, ending: isDrain ? .whenDrained : .onFailure)
        let failure = try SessionNiceness.whileWorking {
            try MainActor.assumeIsolated { try QueueConsole(open, queue).run() }
        }
        if let failure { throw CommandError(failure) }
    }
}
