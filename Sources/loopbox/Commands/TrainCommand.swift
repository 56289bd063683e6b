import Annotations
import ArgumentParser
import Glibc
import SingleShotDetector

/// `loopbox train`: a detector from annotated images.
struct TrainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Train a detector, from scratch or on from a model.",
        discussion: """
            The best model by validation is kept in the output as the training goes on, the last one \
            where there are no validation data. An interrupted training goes on with --resume and \
            ends with the same model to the bit, on as many threads.
            """)

    @Option(
        help: ArgumentHelp(
            "An augmented manifest, or a data set of Pascal VOC, COCO, YOLO, RecordIO or SageMaker's images.",
            valueName: "dataset"))
    var train: String

    @Option(help: ArgumentHelp("The data to choose the best model by.", valueName: "dataset"))
    var validation: String?

    @Option(
        help: ArgumentHelp(
            "A model.tar.gz to go on from; base_network and num_classes stay its own.",
            valueName: "file"))
    var model: String?

    @Option(
        name: [.short, .long], help: ArgumentHelp("The model.tar.gz to write.", valueName: "file"))
    var output: String

    @Option(help: "What shuffles, augmentation and initial weights are drawn from.")
    var seed = TrainingCourse.standardSeed

    @Flag(
        name: .customLong("no-augmentation"),
        help: "Show every image whole and unchanged, as in validation.")
    var isPlain = false

    @Flag(help: "Go on with an interrupted training; from the beginning where there is none.")
    var resume = false

    @Option(
        name: .customLong("checkpoint-interval"),
        help: ArgumentHelp(
            "The seconds after which an epoch under way is kept too.", valueName: "seconds"))
    var checkpointInterval = 60

    @Option(help: ArgumentHelp("The log; the output with '.log' without it.", valueName: "file"))
    var log: String?

    @OptionGroup var options: DatasetOptions
    @OptionGroup var hyperparameters: HyperparameterOptions

    func validate() throws {
        guard (0...86_400).contains(checkpointInterval) else {
            throw ValidationError("--checkpoint-interval is 0 to 86400 seconds")
        }
    }

    func run() throws {
        EngineThreads.makePassive(threads: EngineThreads.processors)
        let files = TrainingFiles(output: output, log: log)
        try files.check()
        guard resume || access(files.checkpoint, F_OK) != 0 else {
            throw CommandError(
                "\(files.checkpoint): an unfinished training; give --resume to go on with it, or "
                    + "remove it")
        }
        let labels = try options.labelMap()
        let dataset = try options.read(train, as: .training, labels: labels)
        let validation = try validation.map {
            try options.read($0, as: .validation, labels: labels).checked()
        }
        let base = try TrainingBase(path: model)
        let session: TrainingSession
        do {
            session = try TrainingSession(
                base: base, given: try hyperparameters.values(), labels: labels, dataset: dataset,
                validation: validation, seed: seed, isPlain: isPlain)
        } catch let error as HyperparameterError {
            throw CommandError("\(error)", status: .usage)
        }
        try session.run(
            files, resuming: resume, checkpointInterval: .seconds(checkpointInterval))
    }
}
