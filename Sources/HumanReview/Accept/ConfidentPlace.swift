/// A place between two confident images of an order: just behind one of them.
package struct ConfidentPlace: Hashable, Sendable {
    /// What the images about the place have in common.
    package enum Group: Hashable, Sendable {
        case none
        case text(String)
        case time(Timestamp)
    }

    package var group: Group
    package var score: Double
    /// The image's number.
    package var image: Int64

    /// The place behind an image.
    package init(group: Group, score: Double, image: Int64) {
        self.group = group
        self.score = score
        self.image = image
    }
}
