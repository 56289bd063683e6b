import Annotations
import ArgumentParser
import ImageCodecs
import OrderedJSON
import SingleShotDetector

/// `loopbox predict`: what a model finds in images.
struct PredictCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "predict", abstract: "Find objects in images.",
        discussion: """
            Prints SageMaker's inference response for every image, a line an image, in the order given. \
            An image that cannot be read is reported and the others go on.
            """)

    @Argument(
        help: ArgumentHelp("JPEG files, and directories of them.", valueName: "image"))
    var images: [String]

    @ParentCommand var root: Loopbox
    @OptionGroup var options: WorkspaceOptions

    @Option(
        help: ArgumentHelp(
            "A model.tar.gz or a version of the workspace; the one in service without it.",
            valueName: "model"))
    var model: String?

    @Flag(
        help: "Print boxes in pixels with the image's size, as 'annotation=1' asks SageMaker for.")
    var annotations = false

    @Option(help: ArgumentHelp("Write the images with boxes to this directory.", valueName: "dir"))
    var draw: String?

    @Option(
        name: .customLong("draw-threshold"),
        help: "The score from which a box is drawn; all are printed.")
    var drawThreshold = 0.3

    @Option(help: "What numbers the network computes with: fp32 or bf16.")
    var precision = DetectorOptions.Precision.fp32

    @Option(
        help: ArgumentHelp(
            "The classes' names for drawn boxes, one a line; the 20 of Pascal VOC without it.",
            valueName: "file"))
    var labels: String?

    func run() throws {
        EngineThreads.makePassive(threads: EngineThreads.processors)
        let labels = try labels.map(LabelFile.read) ?? .pascalVOC
        let pictures = try draw.map { directory in
            try PredictionPictures(directory: directory, labels: labels, threshold: drawThreshold)
        }
        let found = ImageFinder(images)
        for problem in found.problems { Console.report("\(problem.path): \(problem.reason)") }
        if draw != nil { try Self.checkNames(of: found.paths) }
        var failures = found.problems.count
        try pool(files: found.paths.count).forEach(found.paths) { predictor, path in
            Result { try Self.predict(path, predictor, pictures) }
        } tell: { path, result in
            do {
                let prediction = try result.get()
                let value = annotations ? prediction.annotationResponse : prediction.response
                Console.writeJSON(JSONWriter(style: .python).write(value))
            } catch {
                Console.report("\(path): \(error)")
                failures += 1
            }
        }
        guard failures == 0 else {
            throw CommandError("\(failures) of \(found.paths.count + found.problems.count) failed")
        }
    }

    /// - Throws: ``CommandError`` when two pictures would have one name.
    private static func checkNames(of paths: [String]) throws {
        var first: [Substring: String] = [:]
        for path in paths {
            let name = path.split(separator: "/").last ?? ""
            guard let other = first.updateValue(path, forKey: name) else { continue }
            throw CommandError(
                "\(other) and \(path) have one name; give --draw the directories one by one")
        }
    }

    private func pool(files: Int) throws -> PredictorPool {
        let open = try OpenWorkspace.find(options.merged(over: root.options))
        let path = try ModelReference(model).resolve(in: open).path
        // Its errors name the file, those of the network do not.
        let artifact = try ModelArtifact.read(path)
        do {
            return try PredictorPool(processors: EngineThreads.processors, files: files) {
                try ImagePredictor(artifact, precision: precision)
            }
        } catch {
            throw CommandError("\(path): \(error)")
        }
    }

    private nonisolated static func predict(
        _ path: String, _ predictor: ImagePredictor, _ pictures: PredictionPictures?
    ) throws -> ImagePrediction {
        let bytes = try ImageFile.bytes(atPath: path)
        let prediction = try predictor.predict(bytes)
        try pictures?.write(prediction, of: bytes, path: path)
        return prediction
    }
}

extension DetectorOptions.Precision: ExpressibleByArgument {}
