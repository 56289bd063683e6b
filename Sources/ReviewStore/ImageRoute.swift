package import Annotations

/// Where an image's prediction has sent it.
package struct ImageRoute: Hashable, Sendable {
    package var path: String
    /// The version that made the prediction.
    package var model: String
    /// The most confident detection, or nil when there was none.
    package var strongest: Detection?
    /// Whether people look at it; else it was trusted to the model.
    package var isLoop: Bool

    /// A route.
    package init(path: String, model: String, strongest: Detection?, isLoop: Bool) {
        self.path = path
        self.model = model
        self.strongest = strongest
        self.isLoop = isLoop
    }
}
