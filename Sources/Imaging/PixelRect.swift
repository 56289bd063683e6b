/// A rectangle of whole pixels, from its top-left corner.
package struct PixelRect: Hashable, Sendable {
    /// The first column, counted from the left of a canvas or image; it may lie outside.
    package var x: Int
    /// The first row, counted from the top.
    package var y: Int
    package var width: Int
    package var height: Int

    /// A rectangle; negative extents are kept as zero.
    package init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = max(0, width)
        self.height = max(0, height)
    }

    /// The rectangle of all pixels of a canvas or image.
    package init(width: Int, height: Int) {
        self.init(x: 0, y: 0, width: width, height: height)
    }

    /// The column after the last one.
    package var endX: Int { x + width }
    /// The row after the last one.
    package var endY: Int { y + height }
    /// Whether no pixel is inside.
    package var isEmpty: Bool { width == 0 || height == 0 }

    /// Whether the pixel is inside.
    package func contains(x column: Int, y row: Int) -> Bool {
        column >= x && column < endX && row >= y && row < endY
    }

    /// The pixels in both; empty, at no particular place, when there are none.
    package func intersection(_ other: PixelRect) -> PixelRect {
        let left = max(x, other.x)
        let top = max(y, other.y)
        return PixelRect(
            x: left, y: top, width: min(endX, other.endX) - left,
            height: min(endY, other.endY) - top)
    }

    /// The smallest rectangle around both; an empty one adds nothing.
    package func union(_ other: PixelRect) -> PixelRect {
        if isEmpty { return other }
        if other.isEmpty { return self }
        let left = min(x, other.x)
        let top = min(y, other.y)
        return PixelRect(
            x: left, y: top, width: max(endX, other.endX) - left,
            height: max(endY, other.endY) - top)
    }
}
