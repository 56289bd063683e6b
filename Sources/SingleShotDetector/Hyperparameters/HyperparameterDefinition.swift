/// One hyperparameter of SageMaker's object detection (contract §6.1).
package struct HyperparameterDefinition: Hashable, Sendable {
    package let name: String
    package let range: HyperparameterRange
    /// The text that an absent one stands for; empty where there is none.
    package let standard: String

    private init(_ name: String, _ range: HyperparameterRange, _ standard: String = "") {
        self.name = name
        self.range = range
        self.standard = standard
    }

    /// All there are, in the order in which they are documented.
    ///
    /// `use_pretrained_model` is 0 as in the container's own defaults, since no pretrained weights come
    /// with Loopbox.
    package static let all: [HyperparameterDefinition] = [
        .init("num_classes", .integer(1...1 << 16)),
        .init("num_training_samples", positive),
        .init("base_network", .choice(BaseNetworkName.allCases.map(\.rawValue)), "vgg-16"),
        .init("use_pretrained_model", .flag, "0"),
        .init("epochs", positive, "30"),
        .init("mini_batch_size", .integer(1...1 << 16), "32"),
        .init("learning_rate", .fraction(withZero: false, withOne: true), "0.001"),
        .init("lr_scheduler_step", .steps),
        .init("lr_scheduler_factor", .fraction(withZero: false, withOne: false), "0.1"),
        .init("optimizer", .choice(OptimizerName.allCases.map(\.rawValue)), "sgd"),
        .init("momentum", .fraction(withZero: false, withOne: true), "0.9"),
        .init("weight_decay", .fraction(withZero: false, withOne: false), "0.0005"),
        .init("overlap_threshold", .fraction(withZero: false, withOne: true), "0.5"),
        .init("nms_threshold", .fraction(withZero: false, withOne: true), "0.45"),
        .init("image_shape", .integer(300...4096), "300"),
        .init("label_width", .integer(7...Int(Int32.max)), "350"),
        .init("freeze_layer_pattern", .pattern),
        .init("kv_store", .choice(["device", "dist_sync", "dist_async"]), "device"),
        .init("early_stopping", .flag, "False"),
        .init("early_stopping_min_epochs", positive, "10"),
        .init("early_stopping_patience", positive, "5"),
        .init("early_stopping_tolerance", .fraction(withZero: true, withOne: true), "0.0"),
        .init("nms_topk", positive, "400"),
        .init("_tuning_objective_metric", .text),
        .init("_kvstore", .text, "device"),
        .init("_num_kv_servers", .text, "auto"),
        .init("_begin_epoch", .text, "0"),
    ]

    private static let positive = HyperparameterRange.integer(1...Int(Int32.max))

    /// Those of ``all`` by name.
    package static let byName = [String: HyperparameterDefinition](
        uniqueKeysWithValues: all.map { ($0.name, $0) })
}
