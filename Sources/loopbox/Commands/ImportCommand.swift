import ArgumentParser
import HumanReview
import OrderedJSON
import ReviewStore

/// `loopbox import`: annotations that exist already.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take annotations that exist already, as answers or as proposals.",
        discussion: """
            Answers become completed loops, each with the importing worker's one answer and marked as \
            imported. Proposals become predictions of a model version called as the format and are \
            routed like a model's. What is there already stays, so that importing again changes \
            nothing. Classes are matched by their names, boxes are in stored pixels, EXIF orientation \
            not applied.
            """)

    @ParentCommand var root: Loopbox
    @OptionGroup var options: WorkspaceOptions

    @Argument(help: "The format.")
    var format: ImportFormat

    @Argument(help: ArgumentHelp("The directory or file of the annotations.", valueName: "path"))
    var path: String

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("What they are taken for.", valueName: "kind"))
    var kind: DatasetImport.Kind

    @Option(
        help: ArgumentHelp(
            "The directory of the images, where the format has them without it; for recordio the one they "
                + "are written to.", valueName: "dir"))
    var images: String?

    @Option(
        help: ArgumentHelp(
            "An augmented manifest's label attribute; found without it.", valueName: "name"))
    var attribute: String?

    @Option(
        help: ArgumentHelp(
            "The COCO file whose images and classes those of results are.", valueName: "file"))
    var instances: String?

    @Option(help: "The score of a proposal that comes with none.")
    var score = 1.0

    @Flag(name: .customLong("json"), help: "Print JSON.")
    var isJSON = false

    func validate() throws {
        guard (0...1).contains(score) else {
            throw ValidationError("--score is a score from 0 to 1, not \(score)")
        }
        guard attribute == nil || format == .augmentedManifest else {
            throw ValidationError("--attribute is an augmented manifest's")
        }
        guard instances == nil || format == .coco else {
            throw ValidationError("--instances is about COCO results")
        }
    }

    func run() throws {
        let options = options.merged(over: root.options)
        let worker = try options.resolvedWorker()
        let open = try OpenWorkspace(options)
        if let images, format != .recordIO, !FilePath.isDirectory(images) {
            throw CommandError("\(images): no directory; --images takes one")
        }
        let path = try FilePath.absolute(path)
        let dataset = try dataset(at: path, open)
        // Where nothing can be used the file is another than was meant: its lines are no problems.
        guard !dataset.images.isEmpty || dataset.unannotated > 0 else {
            return try refuse(dataset, path)
        }
        let summary = try DatasetImport(
            store: open.store, labels: open.flow.labels, kind: kind,
            origin: ImportOrigin(
                format: format.rawValue, path: path, worker: worker, time: SystemClock.now),
            score: score
        ).add(dataset)
        if isJSON {
            Console.writeJSON(summary.json)
        } else {
            Console.write(summary.description)
        }
    }

    private func refuse(_ dataset: Dataset, _ path: String) throws {
        _ = try dataset.checked()
        throw CommandError("\(path): nothing in it; give \(format.rawValue) annotations")
    }

    private func dataset(at path: String, _ open: OpenWorkspace) throws -> Dataset {
        let recorder = DatasetRecorder(labels: open.flow.labels, matching: .names)
        let form = try format.form(of: path, images: images)
        if case .coco(let file) = form {
            return try COCODataset(
                file: file, imageRoot: images, recorder: recorder,
                instances: try instances.map(FilePath.absolute)
            ).read()
        }
        return try Dataset.read(
            form, role: nil, recorder, attribute: attribute, imageRoot: images)
    }
}
