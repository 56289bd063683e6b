/// A place between two boxes of a class: just behind one of them.
package struct ConfidentBoxPlace: Hashable, Sendable {
    package var score: Double
    package var id: ConfidentBoxID

    /// The place behind a box.
    package init(score: Double, id: ConfidentBoxID) {
        self.score = score
        self.id = id
    }
}
