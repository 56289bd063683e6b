import Annotations
import Glibc
import SingleShotDetector

/// A training with all that was asked for looked at and found right.
nonisolated struct TrainingSession {
    private let hyperparameters: Hyperparameters
    private let artifact: ModelArtifact
    private let data: PhotoTrainingData
    private let validation: Validation?
    private let seed: Int
    private let goesOn: Bool

    /// - Throws: ``HyperparameterError``, ``CommandError`` or what the base throws.
    init(
        base: TrainingBase, given: [String: String], labels: LabelMap, dataset: Dataset,
        validation: Dataset?, seed: Int, isPlain: Bool
    ) throws {
        var values = try base.completed(given)
        values["num_classes"] = values["num_classes"] ?? String(labels.names.count)
        guard values["use_pretrained_model"] != "1" || base.seed != nil else {
            throw CommandError(
                "use_pretrained_model: no weights come with Loopbox; give a model with --model",
                status: .usage)
        }
        let images = try TrainingPhotos.usable(of: dataset, for: try Hyperparameters(values))
        values["num_training_samples"] = values["num_training_samples"] ?? String(images.count)
        hyperparameters = try Hyperparameters(values)
        artifact = try base.artifact(hyperparameters, seed: seed)
        data = PhotoTrainingData(images: images, isPlain: isPlain)
        let overlap = hyperparameters.overlapThreshold
        self.validation = validation.map { Validation(dataset: $0, overlapThreshold: overlap) }
        self.seed = seed
        goesOn = base.seed != nil
    }

    /// Trains and says what came of it.
    func run(
        _ files: TrainingFiles, resuming: Bool, checkpointInterval: Duration
    ) throws {
        let checkpoint = resuming ? try TrainingCheckpoint.read(files.checkpoint) : nil
        let trainer = try Trainer(
            artifact, hyperparameters: hyperparameters, data: data, seed: seed, settings: settings,
            checkpointInterval: checkpointInterval, checkpoint: checkpoint)
        let batches = TrainingCourse(hyperparameters, sampleCount: data.count, seed: seed)
            .batchesPerEpoch
        let screen = TrainingScreen(
            log: try TrainingLogFile(path: files.log), epochs: hyperparameters.epochs,
            batchesPerEpoch: batches, batchSize: hyperparameters.batchSize)
        screen.tell("Final configuration: \(configuration)")
        if let place = checkpoint?.progress.place {
            screen.tell("Resume from epoch \(place.epoch + 1), batch \(place.batch + 1)")
        }
        if validation == nil { screen.tell("Test data is not provided.") }
        if goesOn { screen.tell("Start training from the model in the model channel") }
        let before = goesOn ? try validation?.precision(of: artifact) : nil
        let run = TrainingRun(files: files, validation: validation, screen: screen)
        try trainer.run(for: run)
        // The model is whole; what it could go on from is of no more use.
        unlink(files.checkpoint)
        screen.clear()
        Console.write(
            "\(files.output): \(summary(run, best: trainer.bestPrecision, before: before))")
    }

    private func summary(_ run: TrainingRun, best: Double?, before: Double?) -> String {
        let epochs = "of \(run.epochs) epochs"
        guard let best else { return "the last \(epochs)" }
        let earlier = before.map { ", \(EvaluationReport.decimals($0)) before" } ?? ""
        return "mAP \(EvaluationReport.decimals(best)), the best \(epochs)\(earlier)"
    }

    /// As Python prints a dictionary.
    private var configuration: String {
        let members = hyperparameters.values.sorted { $0.key < $1.key }.map { name, text in
            "'\(name)': '\(text)'"
        }
        return "{\(members.joined(separator: ", "))}"
    }

    /// What a checkpoint must agree with.
    private var settings: [String: String] {
        var settings = hyperparameters.values
        settings["seed"] = String(seed)
        settings["augmentation"] = data.isPlain ? "none" : "all"
        var images = StableHash()
        for image in data.images { images.take(image) }
        settings["training data"] = images.text
        var others = StableHash()
        for image in validation?.dataset.images ?? [] { others.take(image) }
        settings["validation data"] = others.text
        var model = StableHash()
        model.take(artifact)
        settings["base model"] = model.text
        return settings
    }
}
