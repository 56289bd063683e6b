/// The pixels `left..<right` by `top..<bottom`; nothing when reversed.
struct PixelBounds: Hashable, Sendable {
    var left: Int
    var top: Int
    var right: Int
    var bottom: Int

    init(left: Int, top: Int, right: Int, bottom: Int) {
        self.left = left
        self.top = top
        self.right = right
        self.bottom = bottom
    }

    /// Every pixel an outline touches, kept within a million pixels of the origin.
    init(enclosing path: Path) {
        let limit = 1_000_000.0
        var (left, top, right, bottom) = (limit, limit, -limit, -limit)
        for outline in path.outlines {
            for point in outline {
                left = min(left, point.x)
                right = max(right, point.x)
                top = min(top, point.y)
                bottom = max(bottom, point.y)
            }
        }
        let whole = { (value: Double) in Int(min(max(value, -limit), limit) + limit) - Int(limit) }
        self.init(
            left: whole(left), top: whole(top), right: whole(right) + 1, bottom: whole(bottom) + 1)
    }

    var width: Int { right - left }
    var height: Int { bottom - top }
    var isEmpty: Bool { width <= 0 || height <= 0 }
    var area: Int { max(0, width) * max(0, height) }

    func intersection(_ other: PixelBounds) -> PixelBounds {
        PixelBounds(
            left: max(left, other.left), top: max(top, other.top), right: min(right, other.right),
            bottom: min(bottom, other.bottom))
    }

    func union(_ other: PixelBounds) -> PixelBounds {
        guard !isEmpty else { return other }
        guard !other.isEmpty else { return self }
        return PixelBounds(
            left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
            bottom: max(bottom, other.bottom))
    }
}
