/// A width and a height in the terminal's pixels.
nonisolated package struct PixelExtent: Hashable, Sendable {
    package var width: Int
    package var height: Int

    /// An extent.
    package init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }
}
