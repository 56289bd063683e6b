package import HumanReview

/// A process's hold on an image that it is to predict.
package struct PredictionJob: Hashable, Sendable {
    package var image: ReviewImage
    /// The version that was in service when the image was claimed.
    package var model: ModelVersion
    /// The deployment that put it there.
    package var deployment: Int64
    /// How often a process ended, or fell silent, while it was at work on the image.
    package var attempts: Int
    /// Random; a later holder has another one.
    var token: String
    /// How often the image was claimed so far.
    var revision: Int
}
