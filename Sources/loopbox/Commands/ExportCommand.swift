import ArgumentParser
import HumanReview
import OrderedJSON
import ReviewStore

/// `loopbox export`: completed loops as training data.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the completed loops as training data.",
        discussion: """
            augmented-manifest writes a file; pascal-voc, yolo and recordio a directory; coco a file, in which \
            images are named from the directory that holds them all, or with --images link or copy a \
            directory. What is at the output is replaced when all is written, and not before; a \
            directory only when it is empty or an earlier export. Boxes are in stored pixels, EXIF \
            orientation not applied.
            """)

    @ParentCommand var root: Loopbox
    @OptionGroup var options: WorkspaceOptions

    @Argument(help: "The format.")
    var format: ExportFormat

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "What to write; it appears whole or not at all.", valueName: "path"))
    var output: String

    @Option(
        help: ArgumentHelp(
            "Bring the images along as symbolic links, as copies or not.",
            valueName: "how"))
    var images: ExportedImages.Mode?

    @Option(
        help: ArgumentHelp(
            "Only these of the completed loops, as in the list of loops: 'label:dog -imported:yes'.",
            valueName: "filter"))
    var filter = ""

    @Flag(name: .customLong("json"), help: "Print JSON.")
    var isJSON = false

    func validate() throws {
        if !format.takesImages, let images, images != .none {
            throw ValidationError(
                "--images \(images.rawValue): an augmented manifest names images where they are, and "
                    + "records hold them")
        }
    }

    private func loopFilter() throws -> LoopFilter {
        do throws(LoopFilterError) {
            return try LoopFilter(filter)
        } catch {
            throw CommandError("--filter: \(error)", status: .usage)
        }
    }

    func run() throws {
        let filter = try loopFilter()
        let open = try OpenWorkspace(options.merged(over: root.options))
        try open.reportUnknownNames(in: filter)
        let summary = try DatasetExporter(
            open: open, format: format, output: output, images: images ?? format.standardImages,
            filter: filter, time: SystemClock.now
        ).run()
        if let warning = summary.warning { Console.report(warning) }
        if isJSON {
            Console.writeJSON(summary.json)
        } else {
            Console.write(summary.description)
        }
    }
}
