package import NeuralNetwork

extension ModelArtifact {
    /// An artifact to train from scratch: the graph that the hyperparameters ask for with seeded
    /// parameters.
    ///
    /// - Throws: ``GraphError``, which tells of a fault in a base network.
    package static func untrained(
        _ hyperparameters: Hyperparameters, seed: UInt64
    ) throws(GraphError) -> ModelArtifact {
        let graph = Graph.training(hyperparameters)
        return ModelArtifact(
            graph: graph, parameters: try ParameterSet.initial(for: graph, seed: seed),
            hyperparameters: hyperparameters.values)
    }
}
