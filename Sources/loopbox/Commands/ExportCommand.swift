import ArgumentParser
import DatasetFormats
import HumanReview
import ReviewStore

/// `loopbox export`: completed loops as training data.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the completed loops as training data.")

    /// What can be written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case augmentedManifest = "augmented-manifest"
    }

    @ParentCommand var root: Loopbox
    @OptionGroup var options: WorkspaceOptions

    @Argument(help: "The format: augmented-manifest.")
    var format: Format

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("The file to write; it appears whole or not at all.", valueName: "file"))
    var output: String

    func run() throws {
        let options = options.merged(over: root.options)
        let open = try OpenWorkspace(options)
        let manifest = AugmentedManifest(classes: open.flow.labels)
        var bytes: [UInt8] = []
        var count = 0
        try open.store.forEachCompletedOutput { completed in
            guard let line = try manifest.line(for: completed) else { return }
            bytes.append(contentsOf: line.utf8)
            bytes.append(UInt8(ascii: "\n"))
            count += 1
        }
        try AtomicFile.write(bytes, to: output)
        Console.write("\(count) loops written to \(output)")
    }
}
