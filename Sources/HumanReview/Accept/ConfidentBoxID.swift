/// Which box of which confident image.
package struct ConfidentBoxID: Hashable, Sendable {
    /// The image's number.
    package var image: Int64
    /// The detection's place in the image's prediction.
    package var position: Int

    /// The name of a box.
    package init(image: Int64, position: Int) {
        self.image = image
        self.position = position
    }
}
