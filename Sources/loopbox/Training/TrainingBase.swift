import NeuralNetwork
import SingleShotDetector

/// What a training begins with.
nonisolated struct TrainingBase {
    /// A model to go on from; nil begins from scratch.
    let seed: ModelArtifact?
    private let path: String?

    /// Hyperparameters that a model fixes, and one that it suggests.
    private static let fixed = ["base_network", "num_classes"]
    private static let suggested = ["image_shape"]

    /// A model's file, or none.
    ///
    /// - Throws: ``ArtifactError`` naming the file.
    init(path: String?) throws {
        self.path = path
        seed = try path.map { try ModelArtifact.read($0) }
    }

    /// The hyperparameters given, completed by those of the model.
    ///
    /// - Throws: ``CommandError`` naming those that the model was made with otherwise.
    func completed(_ given: [String: String]) throws -> [String: String] {
        guard let seed, let path else { return given }
        var values = given
        var own = seed.hyperparameters
        own["num_classes"] = String(try DetectionNetwork(seed.graph).classCount)
        for name in Self.fixed {
            guard let text = own[name] else { continue }
            if let asked = given[name], asked != text {
                throw CommandError(
                    "\(path): its \(name) is \(text), not \(asked); train with the model's own or "
                        + "from scratch")
            }
            values[name] = text
        }
        for name in Self.suggested where given[name] == nil { values[name] = own[name] }
        return values
    }

    /// The network and the parameters to begin with.
    ///
    /// - Throws: ``GraphError`` when the model's parameters do not fit the network.
    func artifact(_ hyperparameters: Hyperparameters, seed number: Int) throws -> ModelArtifact {
        guard let seed else {
            return try ModelArtifact.untrained(
                hyperparameters, seed: UInt64(bitPattern: Int64(number)))
        }
        var graph = seed.graph
        // Another size has other anchors; the same keeps the model's own, whatever their last digits.
        if seed.hyperparameters["image_shape"] != hyperparameters.values["image_shape"] {
            graph = Graph.training(hyperparameters)
        }
        for index in graph.nodes.indices
        where graph.nodes[index].operatorName == "_contrib_MultiBoxDetection" {
            graph.nodes[index].attributes["nms_threshold"] = hyperparameters.values["nms_threshold"]
            graph.nodes[index].attributes["nms_topk"] = hyperparameters.values["nms_topk"]
        }
        return ModelArtifact(
            graph: graph, parameters: seed.parameters, hyperparameters: hyperparameters.values)
    }
}
