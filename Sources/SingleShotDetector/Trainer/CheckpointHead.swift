internal import NeuralNetwork
internal import OrderedJSON

/// What a checkpoint says beside its tensors.
struct CheckpointHead {
    private let progress: TrainingProgress
    private let updateCount: Int
    private let settings: [String: String]

    /// The head of a checkpoint.
    init(_ checkpoint: TrainingCheckpoint) {
        progress = checkpoint.progress
        updateCount = checkpoint.optimizer.updateCount
        settings = checkpoint.settings
    }

    var json: JSONValue {
        let losses = progress.losses
        return .object([
            .init("epoch", progress.place.map { .integer(Int64($0.epoch)) } ?? .null),
            .init("batch", progress.place.map { .integer(Int64($0.batch)) } ?? .null),
            .init("cross_entropy_sum", .number(losses.crossEntropySum)),
            .init("smooth_l1_sum", .number(losses.smoothL1Sum)),
            .init("count", .integer(Int64(losses.count))),
            .init("precision", progress.precision.map(JSONValue.number) ?? .null),
            .init("best", progress.stopping.best.map(JSONValue.number) ?? .null),
            .init(
                "epochs_without_growth", .integer(Int64(progress.stopping.epochsWithoutGrowth))),
            .init("updates", .integer(Int64(updateCount))),
            .init(
                "settings",
                .object(
                    settings.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value)) })),
        ])
    }

    /// Reads what ``json`` wrote.
    init(_ bytes: [UInt8]) throws(ArtifactError) {
        guard let value = try? JSONParser().parse(bytes),
            case .object(let members) = value["settings"],
            let count = Self.integer(value["count"]), let updates = Self.integer(value["updates"]),
            let crossEntropy = Self.number(value["cross_entropy_sum"]),
            let smoothL1 = Self.number(value["smooth_l1_sum"]),
            let waited = Self.integer(value["epochs_without_growth"])
        else { throw ArtifactError("the checkpoint's head is damaged") }
        var settings: [String: String] = [:]
        for member in members {
            if case .string(let text) = member.value { settings[member.name] = text }
        }
        var stopping = EarlyStopping(nil)
        stopping.restore(best: Self.number(value["best"]), epochsWithoutGrowth: waited)
        var progress = TrainingProgress(stopping)
        progress.losses = TrainingLosses(
            crossEntropySum: crossEntropy, smoothL1Sum: smoothL1, count: count)
        progress.precision = Self.number(value["precision"])
        progress.place = Self.integer(value["epoch"]).flatMap { epoch in
            Self.integer(value["batch"]).map { TrainingCourse.Place(epoch: epoch, batch: $0) }
        }
        self.progress = progress
        self.settings = settings
        updateCount = updates
    }

    /// The checkpoint of this head and the tensors of its file.
    func checkpoint(with tensors: ParameterSet) throws(ArtifactError) -> TrainingCheckpoint {
        var parameters = ParameterSet(statistics: tensors.statistics)
        var slots: [String: [Int: Tensor]] = [:]
        for (name, tensor) in tensors.arguments {
            let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { throw Self.stranger(name) }
            if parts[0] == "parameter" {
                parameters.arguments[parts[1]] = tensor
            } else if parts[0].hasPrefix("slot"), let index = Int(parts[0].dropFirst(4)) {
                slots[parts[1], default: [:]][index] = tensor
            } else {
                throw Self.stranger(name)
            }
        }
        var state = OptimizerState(updateCount: updateCount)
        for (name, tensors) in slots {
            let ordered = (0..<tensors.count).compactMap { tensors[$0] }
            guard ordered.count == tensors.count else { throw Self.stranger(name) }
            state.slots[name] = ordered
        }
        return TrainingCheckpoint(
            progress: progress, parameters: parameters, optimizer: state, settings: settings)
    }

    private static func stranger(_ name: String) -> ArtifactError {
        ArtifactError("'\(name.prefix(80))' is nothing that a checkpoint holds")
    }

    private static func integer(_ value: JSONValue?) -> Int? {
        // What is counted on from here stays far from overflow.
        guard case .integer(let integer) = value, (0...1 << 48).contains(integer) else {
            return nil
        }
        return Int(integer)
    }

    private static func number(_ value: JSONValue?) -> Double? {
        switch value {
        case .integer(let integer): Double(integer)
        case .number(let number): number
        default: nil
        }
    }
}
