import NeuralNetwork
import SingleShotDetector

/// The validation data of a training.
nonisolated final class Validation {
    let dataset: Dataset
    private let overlapThreshold: Double
    private var options = DetectorOptions()

    init(dataset: Dataset, overlapThreshold: Double) {
        self.dataset = dataset
        self.overlapThreshold = overlapThreshold
    }

    /// How well a model does on them: mean average precision at eleven recalls, as the original's
    /// training measures it.
    func precision(of artifact: ModelArtifact) throws -> Double {
        let evaluation = Evaluation(
            source: try ModelDetections(artifact, options: try options(for: artifact)),
            overlapThreshold: overlapThreshold)
        return try evaluation.score(of: dataset, .voc07).meanAveragePrecision
    }

    /// Options by which a model's answers are the same in every run: layers that were timed may run by
    /// the one algorithm today and the other tomorrow, whose last digits differ.
    private func options(for artifact: ModelArtifact) throws -> DetectorOptions {
        if options.winogradChoices == nil {
            var choices = try Detector(artifact).winogradChoices
            choices.layers = []
            options.winogradChoices = choices
        }
        return options
    }
}
