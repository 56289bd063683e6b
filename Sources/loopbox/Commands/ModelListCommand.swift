import Annotations
import ArgumentParser
import HumanReview
import OrderedJSON
import ReviewStore

/// `loopbox model list`: every version, oldest first, the one in service marked.
struct ModelListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the model versions, oldest first.")

    @ParentCommand var model: ModelCommand
    @OptionGroup var options: WorkspaceOptions

    @Flag(name: .customLong("json"), help: "Print JSON.")
    var isJSON = false

    func run() throws {
        let open = try OpenWorkspace(options.merged(over: model.mergedOptions))
        let catalog = try ModelCatalog(open)
        guard isJSON else { return printText(catalog) }
        let versions = catalog.versions.map { JSONValue.object(catalog.json(of: $0)) }
        Console.writeJSON(.array(versions))
    }

    private func printText(_ catalog: ModelCatalog) {
        Console.write(Self.row(" ", "VERSION", "CREATED", "NETWORK", "CLASSES", "MAP", "IMAGES"))
        for version in catalog.versions {
            Console.write(
                Self.row(
                    catalog.deployed == version.name ? "*" : " ", version.name,
                    version.creationTime.iso8601Seconds, version.baseNetwork,
                    "\(version.labels.names.count)", catalog.evaluation(of: version),
                    "\(catalog.images(of: version))"))
        }
    }

    private static func row(
        _ mark: String, _ name: String, _ created: String, _ network: String, _ classes: String,
        _ evaluation: String, _ images: String
    ) -> String {
        mark + " " + name.padded(to: 20) + created.padded(to: 22) + network.padded(to: 12)
            + classes.padded(to: 9) + evaluation.padded(to: 8) + images
    }
}
