/// An axis-aligned rectangle of whole pixels in an image's stored frame: origin top left, EXIF
/// orientation not applied, as A2I's `crowd-bounding-box` reports it.
///
/// The box covers the pixels `left..<right` by `top..<bottom`.
package struct BoundingBox: Hashable, Sendable {
    package var left: Int
    package var top: Int
    package var right: Int
    package var bottom: Int

    /// A box from its half-open pixel corners.
    package init(left: Int, top: Int, right: Int, bottom: Int) {
        self.left = left
        self.top = top
        self.right = right
        self.bottom = bottom
    }

    /// A box in A2I's form; `width` and `height` count pixels.
    package init(left: Int, top: Int, width: Int, height: Int) {
        self.init(left: left, top: top, right: left + width, bottom: top + height)
    }

    package var width: Int { right - left }
    package var height: Int { bottom - top }
    package var area: Int { max(0, width) * max(0, height) }

    /// The same box with reversed corners put right, moved and cut until it lies in an image of
    /// `size` and covers at least one pixel of it.
    package func clipped(to size: PixelSize) -> BoundingBox {
        let columns = Self.clip(min(left, right), max(left, right), within: size.width)
        let rows = Self.clip(min(top, bottom), max(top, bottom), within: size.height)
        return BoundingBox(
            left: columns.lowerBound, top: rows.lowerBound, right: columns.upperBound,
            bottom: rows.upperBound)
    }

    /// The box moved by whole pixels, stopping at the edges of an image of `size` unchanged in size.
    package func moved(right dx: Int, down dy: Int, within size: PixelSize) -> BoundingBox {
        let x = min(max(left + dx, 0), max(0, size.width - width))
        let y = min(max(top + dy, 0), max(0, size.height - height))
        return BoundingBox(left: x, top: y, width: width, height: height)
    }

    /// Whether the pixel is covered.
    package func contains(x: Int, y: Int) -> Bool {
        x >= left && x < right && y >= top && y < bottom
    }

    private static func clip(_ low: Int, _ high: Int, within extent: Int) -> Range<Int> {
        let low = min(max(low, 0), max(0, extent - 1))
        return low..<max(low + 1, min(max(high, 0), extent))
    }
}
