/// A raster of interleaved red, green and blue bytes, rows from the top, no padding.
package struct RGBImage: Hashable, Sendable {
    package let width: Int
    package let height: Int
    /// `width * height * 3` bytes.
    package var pixels: [UInt8]

    /// An image of one colour.
    package init(width: Int, height: Int, filledWith color: RGBColor) {
        self.width = width
        self.height = height
        pixels = []
        pixels.reserveCapacity(width * height * 3)
        for _ in 0..<(width * height) {
            pixels.append(color.red)
            pixels.append(color.green)
            pixels.append(color.blue)
        }
    }

    /// An image of given bytes.
    ///
    /// - Precondition: `pixels` holds `width * height * 3` bytes.
    package init(width: Int, height: Int, pixels: [UInt8]) {
        precondition(pixels.count == width * height * 3, "pixels must match the size")
        self.width = width
        self.height = height
        self.pixels = pixels
    }
}
