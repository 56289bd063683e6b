import ArgumentParser
import HumanReview
import OrderedJSON
import ReviewStore

/// `loopbox model deploy`: what predicts from the next image on, in every process.
struct ModelDeployCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deploy",
        abstract: "Put a version into service, from the next image on, in every running process.",
        discussion: """
            Images added from then on without a prediction wait in the queue for the model in service. \
            What an earlier version has predicted stays as it is.
            """)

    @ParentCommand var model: ModelCommand
    @OptionGroup var options: WorkspaceOptions

    @Argument(
        help: ArgumentHelp(
            "The version's name, or the beginning of its name or digest.", valueName: "version"))
    var name: String

    @Flag(name: .customLong("json"), help: "Print JSON.")
    var isJSON = false

    func run() throws {
        let options = options.merged(over: model.mergedOptions)
        let open = try OpenWorkspace(options)
        let version = try ModelReference(name).version(in: open.store.models())
        _ = try ModelInspection(path: open.workspace.path(of: version))
        try Self.deploy(version, in: open, by: try options.resolvedWorker(), isJSON: isJSON)
    }

    /// Deploys a version whose file was found to be sound, and says so.
    static func deploy(
        _ version: ModelVersion, in open: OpenWorkspace, by worker: Worker, isJSON: Bool
    ) throws {
        report(
            try open.store.deploy(version.name, by: worker, at: SystemClock.now), isJSON: isJSON)
    }

    /// Says what is in service now.
    static func report(_ deployment: Deployment, isJSON: Bool) {
        guard isJSON else { return Console.write("\(deployment.model) is in service") }
        Console.writeJSON(.object([.init("model", .string(deployment.model))] + deployment.json))
    }
}
