import ArgumentParser

/// SageMaker's hyperparameters as options, each by its name with hyphens.
struct HyperparameterOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How many classes; as many as there are labels without it."))
    var numClasses: String?

    @Option(
        help: ArgumentHelp(
            "The images that the learning rate's steps count; those there are without it."))
    var numTrainingSamples: String?

    @Option(help: ArgumentHelp("vgg-16, resnet-50 or small."))
    var baseNetwork: String?

    @Option(help: ArgumentHelp("0; no weights come with Loopbox."))
    var usePretrainedModel: String?

    @Option(help: ArgumentHelp("How often every image is shown."))
    var epochs: String?

    @Option(help: ArgumentHelp("Images a step."))
    var miniBatchSize: String?

    @Option(help: ArgumentHelp("Above 0 and up to 1."))
    var learningRate: String?

    @Option(help: ArgumentHelp("The epochs at which the learning rate falls, with commas between."))
    var lrSchedulerStep: String?

    @Option(help: ArgumentHelp("What it is multiplied by then."))
    var lrSchedulerFactor: String?

    @Option(help: ArgumentHelp("sgd, adam, rmsprop or adadelta."))
    var optimizer: String?

    @Option(help: ArgumentHelp("For sgd."))
    var momentum: String?

    @Option(help: ArgumentHelp("For sgd and rmsprop."))
    var weightDecay: String?

    @Option(
        help: ArgumentHelp(
            "The intersection over union that a right detection exceeds in validation."))
    var overlapThreshold: String?

    @Option(
        help: ArgumentHelp("The intersection over union at which a weaker detection is suppressed.")
    )
    var nmsThreshold: String?

    @Option(help: ArgumentHelp("The side of the square that images are resized to, in pixels."))
    var imageShape: String?

    @Option(help: ArgumentHelp("Numbers an image's label may have: 2 and 5 for each object."))
    var labelWidth: String?

    @Option(
        help: ArgumentHelp(
            "A regular expression; arguments whose names begin with a match stay as they are."))
    var freezeLayerPattern: String?

    @Option(help: ArgumentHelp("Of no effect on one machine."))
    var kvStore: String?

    @Option(help: ArgumentHelp("True ends the training when precision no longer grows."))
    var earlyStopping: String?

    @Option(help: ArgumentHelp("Epochs before it may."))
    var earlyStoppingMinEpochs: String?

    @Option(help: ArgumentHelp("Epochs without growth that it waits for."))
    var earlyStoppingPatience: String?

    @Option(help: ArgumentHelp("The growth that counts, as a share of the best precision."))
    var earlyStoppingTolerance: String?

    @Option(help: ArgumentHelp("Detections that take part in suppression."))
    var nmsTopk: String?

    @Option(
        help: ArgumentHelp(
            "A hyperparameter as SageMaker has it, epochs=30 for instance; may be repeated.",
            valueName: "name=value"))
    var hyperparameter: [String] = []

    /// Those that were given, by SageMaker's names; what they may be is not looked at.
    ///
    /// - Throws: ``CommandError`` for one that was given twice or has no value.
    func values() throws -> [String: String] {
        var values = options.compactMapValues { $0 }
        for text in hyperparameter {
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty else {
                throw CommandError(
                    "--hyperparameter '\(text)': give NAME=VALUE", status: .usage)
            }
            guard values.updateValue(String(parts[1]), forKey: String(parts[0])) == nil else {
                throw CommandError("hyperparameter '\(parts[0])' is given twice", status: .usage)
            }
        }
        return values
    }

    private var options: [String: String?] {
        [
            "num_classes": numClasses,
            "num_training_samples": numTrainingSamples,
            "base_network": baseNetwork,
            "use_pretrained_model": usePretrainedModel,
            "epochs": epochs,
            "mini_batch_size": miniBatchSize,
            "learning_rate": learningRate,
            "lr_scheduler_step": lrSchedulerStep,
            "lr_scheduler_factor": lrSchedulerFactor,
            "optimizer": optimizer,
            "momentum": momentum,
            "weight_decay": weightDecay,
            "overlap_threshold": overlapThreshold,
            "nms_threshold": nmsThreshold,
            "image_shape": imageShape,
            "label_width": labelWidth,
            "freeze_layer_pattern": freezeLayerPattern,
            "kv_store": kvStore,
            "early_stopping": earlyStopping,
            "early_stopping_min_epochs": earlyStoppingMinEpochs,
            "early_stopping_patience": earlyStoppingPatience,
            "early_stopping_tolerance": earlyStoppingTolerance,
            "nms_topk": nmsTopk,
        ]
    }
}
