/// Why an image went to people instead of being trusted to the model, the strongest reason first.
package enum ActivationReason: String, Hashable, Sendable, CaseIterable {
    /// The model saw nothing at or above the display threshold.
    case noDetection
    /// Its highest score is below the score threshold.
    case lowScore
    /// It saw an object of a class that is always reviewed.
    case reviewLabel
    /// The image was drawn to see how good the trusted predictions are.
    case audit
    /// A person saw something wrong on the sheet of what the model is sure of.
    case sentToReview
}
