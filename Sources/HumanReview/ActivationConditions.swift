package import Annotations

/// Which predictions start a human loop.
package struct ActivationConditions: Hashable, Sendable {
    /// A prediction whose highest score is below this is uncertain (0.50, as the walkthrough's).
    package var scoreThreshold: Double
    /// Detections below this are neither shown nor counted as detections (0.20).
    package var displayThreshold: Double
    /// Classes of which every shown detection is reviewed, however sure the model is.
    package var reviewLabels: Set<String>
    /// Who else is reviewed: a random part of the images the model is sure of.
    package var audit: AuditSample

    /// Conditions; both thresholds are scores from 0 to 1.
    package init(
        scoreThreshold: Double = 0.5, displayThreshold: Double = 0.2,
        reviewLabels: Set<String> = [], audit: AuditSample = AuditSample()
    ) {
        self.scoreThreshold = scoreThreshold
        self.displayThreshold = displayThreshold
        self.reviewLabels = reviewLabels
        self.audit = audit
    }

    /// The scores that decide something.
    package var bounds: [Double] { [scoreThreshold, displayThreshold] }

    /// Why a prediction, or an image that has none, is to be reviewed by people.
    ///
    /// - Parameters:
    ///   - prediction: what the model said about the image, or nil when nobody asked it.
    ///   - sha256: the digest of the image's bytes, which the audit's draw is made from.
    /// - Returns: the first reason in the order of ``ActivationReason``, or nil when the model is
    ///   trusted with this image.
    package func reason(for prediction: Prediction?, imageDigest sha256: String)
        -> ActivationReason?
    {
        guard let score = prediction?.strongest?.score, score >= displayThreshold else {
            return .noDetection
        }
        if score < scoreThreshold { return .lowScore }
        let shown = prediction?.detections.filter { $0.score >= displayThreshold } ?? []
        if shown.contains(where: { reviewLabels.contains($0.label) }) { return .reviewLabel }
        return audit.includes(imageDigest: sha256) ? .audit : nil
    }
}
