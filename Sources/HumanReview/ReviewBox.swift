package import Annotations

/// One box of an answer in the making.
package struct ReviewBox: Hashable, Sendable {
    /// Unique within a task.
    ///
    /// Proposals take the position of their detection; drawn boxes count on
    /// from the number of detections.
    package let id: Int
    package var label: String
    package var box: BoundingBox
    /// The model's confidence, while the box is still the model's.
    package var score: Double?
    /// Whether the reviewer has said that this box is right.
    package var isConfirmed: Bool

    /// A box.
    package init(
        id: Int, label: String, box: BoundingBox, score: Double? = nil, isConfirmed: Bool = false
    ) {
        self.id = id
        self.label = label
        self.box = box
        self.score = score
        self.isConfirmed = isConfirmed
    }
}
