import NeuralNetwork
import SingleShotDetector

/// The small network as training begins with it.
enum UntrainedModel {
    /// Writes its artifact with 20 classes; another seed makes another model.
    static func write(to path: String, seed: UInt64) throws {
        let hyperparameters = try Hyperparameters([
            "base_network": "small", "num_classes": "20", "num_training_samples": "1",
            "image_shape": "300", "use_pretrained_model": "0",
        ])
        let graph = Graph.training(hyperparameters)
        let parameters = try ParameterSet.initial(for: graph, seed: seed)
        try ModelArtifact(
            graph: graph, parameters: parameters, hyperparameters: hyperparameters.values
        ).write(path)
    }
}
