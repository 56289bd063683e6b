import ArgumentParser
import Annotations
import HumanReview
import ReviewStore

/// `loopbox add`: more images, or predictions for those that have none.
struct AddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add images to the workspace; what is there already stays.",
        discussion: """
            An image with a prediction of its own is routed by it. One without waits in the queue for \
            the model in service ('loopbox model deploy', 'loopbox work'); while there is no such \
            model it goes to review at once. Adding images again gives those to the model that have \
            no prediction and that nobody has opened.
            """)

    @ParentCommand var root: Loopbox
    @OptionGroup var options: WorkspaceOptions

    @Argument(help: ArgumentHelp("JPEG files and directories of them.", valueName: "path"))
    var paths: [String]

    @Option(
        help: ArgumentHelp(
            "The directory of <image name>.json, SageMaker's inference responses.", valueName: "dir"
        ))
    var predictions: String?

    func run() throws {
        let options = options.merged(over: root.options)
        let sources = try IntakeSources(
            images: paths, predictions: predictions)
        try Self.add(sources, to: try OpenWorkspace(options))
    }

    /// Adds images and says what became of them.
    static func add(_ sources: IntakeSources, to open: OpenWorkspace) throws {
        let summary = try ImageIntake(store: open.store, labels: open.flow.labels).add(sources)
        Console.write(summary.description)
    }
}
