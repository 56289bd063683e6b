/// How a detector is trained, by SageMaker's hyperparameters (contract §6.1), all checked.
package struct Hyperparameters: Hashable, Sendable {
    /// Without the background.
    package let classCount: Int
    /// Nil leaves it to the data set.
    package let trainingSampleCount: Int?
    package let baseNetwork: BaseNetworkName
    package let usesPretrainedModel: Bool
    package let epochs: Int
    package let batchSize: Int
    package let learningRate: Double
    /// The epochs before which the learning rate is multiplied by ``learningRateFactor``.
    package let learningRateSteps: [Int]
    package let learningRateFactor: Double
    package let optimizer: OptimizerName
    /// For SGD only.
    package let momentum: Double
    /// For SGD and RMSProp only.
    package let weightDecay: Double
    /// How much a detection must overlap an object in evaluation (intersection over union).
    package let overlapThreshold: Double
    package let suppressionThreshold: Double
    /// How many of the best detections take part in suppression.
    package let suppressionTopCount: Int
    /// Pixels of the square that images are resized to.
    package let imageSide: Int
    /// How many numbers an image's label may have, 2 of them a header and 5 for each object.
    package let labelWidth: Int
    /// A regular expression for ``frozenNames(of:)``; empty freezes nothing.
    package let freezePattern: String
    package let stopsEarly: Bool
    package let earlyStoppingMinimumEpochs: Int
    package let earlyStoppingPatience: Int
    /// How much mAP must grow, relative to the best so far, to count as growth.
    package let earlyStoppingTolerance: Double
    /// The text of all hyperparameters by name, those left out with their defaults: the members of
    /// `hyperparams.json`.
    package let values: [String: String]

    /// Reads hyperparameters; one left out, or empty, has its default.
    ///
    /// - Throws: ``HyperparameterError`` for a name there is not, a value out of its range with that
    ///   range, and when `num_classes` is missing.
    package init(_ values: [String: String]) throws(HyperparameterError) {
        let reader = try HyperparameterReader(values)
        classCount = try reader.integer("num_classes")
        trainingSampleCount = try reader.optionalInteger("num_training_samples")
        baseNetwork = try reader.choice("base_network")
        usesPretrainedModel = try reader.flag("use_pretrained_model")
        epochs = try reader.integer("epochs")
        batchSize = try reader.integer("mini_batch_size")
        learningRate = try reader.number("learning_rate")
        learningRateSteps = try reader.steps("lr_scheduler_step")
        learningRateFactor = try reader.number("lr_scheduler_factor")
        optimizer = try reader.choice("optimizer")
        momentum = try reader.number("momentum")
        weightDecay = try reader.number("weight_decay")
        overlapThreshold = try reader.number("overlap_threshold")
        suppressionThreshold = try reader.number("nms_threshold")
        suppressionTopCount = try reader.integer("nms_topk")
        imageSide = try reader.integer("image_shape")
        labelWidth = try reader.integer("label_width")
        freezePattern = reader.texts["freeze_layer_pattern"] ?? ""
        stopsEarly = try reader.flag("early_stopping")
        earlyStoppingMinimumEpochs = try reader.integer("early_stopping_min_epochs")
        earlyStoppingPatience = try reader.integer("early_stopping_patience")
        earlyStoppingTolerance = try reader.number("early_stopping_tolerance")
        self.values = reader.texts
    }

    /// Which of some parameters are frozen: those whose name begins with a match of the pattern.
    package func frozenNames(of names: some Sequence<String>) -> Set<String> {
        guard !freezePattern.isEmpty, let pattern = try? Regex(freezePattern) else { return [] }
        return Set(names.filter { $0.prefixMatch(of: pattern) != nil })
    }
}
