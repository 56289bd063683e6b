package import NeuralNetwork

/// All that a training needs to go on as if it had never stopped.
package struct TrainingCheckpoint: Equatable, Sendable {
    package var progress: TrainingProgress
    package var parameters: ParameterSet
    package var optimizer: OptimizerState
    /// What the training was begun with, by name; another one must not go on from here.
    package var settings: [String: String]

    /// A checkpoint.
    package init(
        progress: TrainingProgress, parameters: ParameterSet, optimizer: OptimizerState,
        settings: [String: String]
    ) {
        self.progress = progress
        self.parameters = parameters
        self.optimizer = optimizer
        self.settings = settings
    }
}
