/// One object a detector reports on an image.
package struct Detection: Hashable, Sendable {
    package var label: String
    /// The detector's confidence, 0 to 1.
    package var score: Double
    package var box: NormalizedBox

    /// A detection as the detector gave it.
    package init(label: String, score: Double, box: NormalizedBox) {
        self.label = label
        self.score = score
        self.box = box
    }
}
