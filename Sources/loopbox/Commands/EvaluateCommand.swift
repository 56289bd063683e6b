import Annotations
import ArgumentParser
import OrderedJSON
import SingleShotDetector

/// `loopbox evaluate`: how well a detector's boxes agree with a data set's.
struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Measure the mean average precision of a model or of predictions.",
        discussion: """
            Precision is measured as SageMaker's trainer does: images without any object are passed \
            over, and a class that is only predicted counts as 0.
            """)

    @Option(help: ArgumentHelp("A model.tar.gz to predict with.", valueName: "file"))
    var model: String?

    @Option(
        help: ArgumentHelp(
            "A directory of <image name>.json, SageMaker's inference responses.", valueName: "dir"))
    var predictions: String?

    @Option(
        help: ArgumentHelp(
            "An augmented manifest, or a data set of Pascal VOC, COCO, YOLO, RecordIO or SageMaker's images.",
            valueName: "dataset"))
    var data: String

    @Option(help: "voc07, the mean at eleven recalls, or area, the area below the curve.")
    var metric = MeanAveragePrecision.Interpolation.voc07

    @Option(
        name: .customLong("overlap-threshold"),
        help: "The intersection over union that a right detection exceeds.")
    var overlapThreshold = 0.5

    @Option(
        help: """
            The numbers a model computes with: fp32, or bf16, which is measured beside fp32 to say whether it \
            may take its place.
            """)
    var precision = DetectorOptions.Precision.fp32

    @OptionGroup var options: DatasetOptions

    @Flag(name: .customLong("json"), help: "Print JSON.")
    var isJSON = false

    func validate() throws {
        guard (model == nil) != (predictions == nil) else {
            throw ValidationError("give either --model or --predictions")
        }
        guard overlapThreshold >= 0, overlapThreshold <= 1 else {
            throw ValidationError(
                "--overlap-threshold is a share from 0 to 1, not \(overlapThreshold)")
        }
    }

    func run() throws {
        EngineThreads.makePassive(threads: EngineThreads.processors)
        let labels = try options.labelMap()
        let dataset = try options.read(data, as: .validation, labels: labels).checked()
        let (score, measurement) = try measure(dataset, by: source(labels, precision))
        var report = EvaluationReport(metric: metric, score: score, labels: labels)
        if predictions == nil, precision == .bf16 {
            let full = try measure(dataset, by: source(labels, .fp32)).1
            report.gate = PrecisionGate(full: full, half: measurement)
        }
        if isJSON {
            Console.writeJSON(report.json)
        } else {
            report.lines.forEach(Console.write)
        }
    }

    private func measure(
        _ dataset: Dataset, by source: any DetectionSource
    ) throws -> (DetectionScore, PrecisionGate.Measurement) {
        let evaluation = Evaluation(source: source, overlapThreshold: overlapThreshold)
        let begin = ContinuousClock.now
        let score = try evaluation.score(of: dataset, metric)
        let images = dataset.images.count { !$0.objects.isEmpty }
        let seconds = (ContinuousClock.now - begin) / .seconds(max(1, images))
        return (
            score,
            PrecisionGate.Measurement(
                meanAveragePrecision: score.meanAveragePrecision, seconds: seconds)
        )
    }

    private func source(
        _ labels: LabelMap, _ precision: DetectorOptions.Precision
    ) throws -> any DetectionSource {
        if let predictions {
            return try PredictionFiles(path: predictions, labels: labels)
        }
        return try ModelDetections(
            try ModelArtifact.read(model ?? ""),
            options: DetectorOptions(precision: precision, choice: .repeatable))
    }
}

extension MeanAveragePrecision.Interpolation: ExpressibleByArgument {}
