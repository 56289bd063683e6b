/// An object a person says is there.
package struct LabeledBox: Hashable, Sendable {
    package var label: String
    package var box: BoundingBox

    /// An object of a class at a place.
    package init(label: String, box: BoundingBox) {
        self.label = label
        self.box = box
    }
}
