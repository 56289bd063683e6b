import Annotations
import ArgumentParser
import HumanReview
import OrderedJSON
import ReviewStore

/// `loopbox model import`: a copy of an artifact as a new version.
struct ModelImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Copy a model.tar.gz into the workspace as a new version.")

    @ParentCommand var model: ModelCommand
    @OptionGroup var options: WorkspaceOptions

    @Argument(help: ArgumentHelp("A model.tar.gz as SageMaker makes it.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("The version's name; v1, v2, … without it.", valueName: "name"))
    var name: String?

    @Option(
        help: ArgumentHelp(
            "The model's classes, one a line, where they are not the flow's in its order.",
            valueName: "file"))
    var labels: String?

    @Option(help: ArgumentHelp("The version it was trained from.", valueName: "version"))
    var parent: String?

    @Flag(name: .customLong("deploy"), help: "Put it into service at once.")
    var isDeployed = false

    @Flag(name: .customLong("json"), help: "Print JSON.")
    var isJSON = false

    func validate() throws {
        guard let name, !ModelImport.isName(name) else { return }
        throw ValidationError(
            "--name '\(name)': a name is up to 64 letters, digits, dots, underscores and hyphens")
    }

    func run() throws {
        let options = options.merged(over: model.mergedOptions)
        let open = try OpenWorkspace(options)
        let parent = try parent.map { try ModelReference($0).version(in: open.store.models()).name }
        let (version, isKnown) = try ModelImport(
            open: open, name: name, labels: try labels.map(LabelFile.read), parent: parent
        ).take(file)
        guard !isJSON else { return try finishInJSON(version, isKnown: isKnown, in: open, options) }
        Console.write(
            isKnown
                ? "\(file) is here already, as \(version.name)"
                : "\(file) imported as \(version.name): \(version.baseNetwork), "
                    + "\(version.labels.names.count) classes")
        guard isDeployed else {
            return Console.write("put it into service with 'loopbox model deploy \(version.name)'")
        }
        try ModelDeployCommand.deploy(
            version, in: open, by: try options.resolvedWorker(), isJSON: false)
    }

    private func finishInJSON(
        _ version: ModelVersion, isKnown: Bool, in open: OpenWorkspace, _ options: WorkspaceOptions
    ) throws {
        if isDeployed {
            _ = try open.store.deploy(
                version.name, by: try options.resolvedWorker(), at: SystemClock.now)
        }
        let members = try ModelCatalog(open).json(of: version)
        Console.writeJSON(.object(members + [.init("wasKnown", .bool(isKnown))]))
    }
}
