import Annotations
import ArgumentParser
import HumanReview
import OrderedJSON
import ReviewStore

/// `loopbox model show`: one version and when it was in service.
struct ModelShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a version and when it was put into service.")

    @ParentCommand var model: ModelCommand
    @OptionGroup var options: WorkspaceOptions

    @Argument(
        help: ArgumentHelp(
            "The version's name, or the beginning of its name or digest.", valueName: "version"))
    var name: String

    @Flag(name: .customLong("json"), help: "Print JSON.")
    var isJSON = false

    func run() throws {
        let open = try OpenWorkspace(options.merged(over: model.mergedOptions))
        let catalog = try ModelCatalog(open)
        let version = try ModelReference(name).version(in: catalog.versions)
        let deployments = try open.store.deployments().filter { $0.model == version.name }
        guard isJSON else { return printText(version, catalog, deployments, open.workspace) }
        let history = JSONValue.array(deployments.map { JSONValue.object($0.json) })
        Console.writeJSON(.object(catalog.json(of: version) + [.init("deployments", history)]))
    }

    private func printText(
        _ version: ModelVersion, _ catalog: ModelCatalog, _ deployments: [Deployment],
        _ workspace: Workspace
    ) {
        Console.write(
            "version  \(version.name)" + (catalog.deployed == version.name ? ", in service" : ""))
        Console.write("sha256   \(version.sha256)")
        Console.write("file     \(workspace.path(of: version))")
        Console.write("created  \(version.creationTime.iso8601)")
        Console.write("network  \(version.baseNetwork)")
        Console.write("classes  " + version.labels.names.joined(separator: ", "))
        Console.write("mAP      \(catalog.evaluation(of: version))")
        if let parent = version.parent { Console.write("parent   \(parent)") }
        Console.write("images   \(catalog.images(of: version)) predicted")
        for deployment in deployments {
            Console.write(
                deployment.kind.rawValue.padded(to: 9) + deployment.time.iso8601 + "  "
                    + deployment.worker.name)
        }
    }
}
