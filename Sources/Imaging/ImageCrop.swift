/// A rectangle of an image in fractions of pixels: (0, 0) is the top-left corner of the first pixel,
/// (width, height) the bottom-right corner of the last.
package struct ImageCrop: Hashable, Sendable {
    package var x: Double
    package var y: Double
    package var width: Double
    package var height: Double

    /// A rectangle; it may reach past the image, whose edge pixels then go on.
    package init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }
}
