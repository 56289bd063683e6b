import SingleShotDetector

/// The validation data of a training.
nonisolated struct Validation {
    let dataset: Dataset
    private let overlapThreshold: Double

    init(dataset: Dataset, overlapThreshold: Double) {
        self.dataset = dataset
        self.overlapThreshold = overlapThreshold
    }

    /// How well a model does on them: mean average precision at eleven recalls, as the original's
    /// training measures it.
    ///
    /// Layers run by the same algorithms in every run, so that an interrupted training chooses the same model.
    func precision(of artifact: ModelArtifact) throws -> Double {
        let evaluation = Evaluation(
            source: try ModelDetections(artifact, options: DetectorOptions(choice: .repeatable)),
            overlapThreshold: overlapThreshold)
        return try evaluation.score(of: dataset, .voc07).meanAveragePrecision
    }
}
