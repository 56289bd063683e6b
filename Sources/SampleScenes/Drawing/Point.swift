/// A place or a displacement in the plane, in whatever unit the drawing uses.
struct Point: Hashable, Sendable {
    var x: Double
    var y: Double

    init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }

    var length: Double { (x * x + y * y).squareRoot() }

    static func + (one: Point, other: Point) -> Point {
        Point(one.x + other.x, one.y + other.y)
    }

    static func - (one: Point, other: Point) -> Point {
        Point(one.x - other.x, one.y - other.y)
    }

    static func * (point: Point, factor: Double) -> Point {
        Point(point.x * factor, point.y * factor)
    }

    /// The place a fraction of the way to another.
    func towards(_ other: Point, by fraction: Double) -> Point {
        self + (other - self) * fraction
    }
}
