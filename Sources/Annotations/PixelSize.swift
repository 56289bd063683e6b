/// The width and height of a raster, in whole pixels.
package struct PixelSize: Hashable, Sendable, Codable {
    package var width: Int
    package var height: Int

    /// A size; nothing is checked, see ``isEmpty``.
    package init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    /// Whether no pixel fits in it.
    package var isEmpty: Bool { width <= 0 || height <= 0 }
}
