/// All detections of one model version on one image, in the detector's order.
package struct Prediction: Hashable, Sendable {
    package var modelVersion: String
    package var detections: [Detection]

    /// A prediction; SageMaker's response is not sorted and neither is this.
    package init(modelVersion: String, detections: [Detection]) {
        self.modelVersion = modelVersion
        self.detections = detections
    }

    /// The most confident detection; the earlier one wins a tie.
    package var strongest: Detection? {
        detections.reduce(nil) { best, next in
            guard let best, best.score >= next.score else { return next }
            return best
        }
    }
}
