package import NeuralNetwork

/// A detector as SageMaker's object detection saves it in `model.tar.gz` (contract §6.6).
package struct ModelArtifact: Sendable {
    /// The training graph or a deploy graph, as the file has it.
    package var graph: Graph
    package var parameters: ParameterSet
    /// The members of `hyperparams.json` by name; all of them text.
    package var hyperparameters: [String: String]

    /// An artifact.
    package init(graph: Graph, parameters: ParameterSet, hyperparameters: [String: String]) {
        self.graph = graph
        self.parameters = parameters
        self.hyperparameters = hyperparameters
    }
}
