package import Annotations

/// A worker task template filled in for one image.
package struct RenderedTask: Hashable, Sendable {
    package var instructions: TaskInstructions
    /// The key of the boxes in the answer (`annotatedResult` in the walkthrough's template).
    package var name: String
    /// Where the image is, as the template gives it.
    package var imageURI: String
    /// The boxes the worker begins with, in the image's stored pixels and not clipped to it; nil when
    /// the template has no `initial-value`.
    package var initialBoxes: [LabeledBox]?

    /// A task.
    package init(
        instructions: TaskInstructions, name: String, imageURI: String,
        initialBoxes: [LabeledBox]? = nil
    ) {
        self.instructions = instructions
        self.name = name
        self.imageURI = imageURI
        self.initialBoxes = initialBoxes
    }
}
