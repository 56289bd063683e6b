/// A raster of one palette index a pixel, rows from the top: the photo's colours and, above them,
/// the colours reserved for what is drawn over it.
package struct IndexedCanvas: Hashable, Sendable {
    package let width: Int
    package let height: Int
    /// At most 256 colours; every index in ``indices`` has one.
    package var palette: [RGBColor]
    /// `width * height` bytes.
    package var indices: [UInt8]

    /// A canvas of one colour.
    package init(width: Int, height: Int, palette: [RGBColor], filledWith index: UInt8 = 0) {
        self.init(
            width: width, height: height, palette: palette,
            indices: [UInt8](repeating: index, count: width * height))
    }

    /// A canvas of given indices.
    ///
    /// - Precondition: `indices` holds `width * height` bytes.
    package init(width: Int, height: Int, palette: [RGBColor], indices: [UInt8]) {
        precondition(indices.count == width * height, "indices must match the size")
        self.width = width
        self.height = height
        self.palette = palette
        self.indices = indices
    }
}
