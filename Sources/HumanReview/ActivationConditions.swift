package import Annotations

/// Which predictions start a human loop.
package struct ActivationConditions: Hashable, Sendable {
    /// A prediction whose highest score is below this is uncertain (0.50, as the walkthrough's).
    package var scoreThreshold: Double
    /// Detections below this are neither shown nor counted as detections (0.20).
    package var displayThreshold: Double

    /// Conditions; both thresholds are scores from 0 to 1.
    package init(scoreThreshold: Double = 0.5, displayThreshold: Double = 0.2) {
        self.scoreThreshold = scoreThreshold
        self.displayThreshold = displayThreshold
    }

    /// Whether a prediction, or an image that has none, is to be reviewed by people.
    package func startsHumanLoop(_ prediction: Prediction?) -> Bool {
        guard let score = prediction?.strongest?.score else { return true }
        return score < scoreThreshold || score < displayThreshold
    }
}
