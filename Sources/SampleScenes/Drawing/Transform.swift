/// An affine map of the plane: `x' = a·x + c·y + tx`, `y' = b·x + d·y + ty`.
struct Transform: Hashable, Sendable {
    var a = 1.0
    var b = 0.0
    var c = 0.0
    var d = 1.0
    var tx = 0.0
    var ty = 0.0

    static func translation(_ x: Double, _ y: Double) -> Transform {
        Transform(tx: x, ty: y)
    }

    static func scale(_ x: Double, _ y: Double) -> Transform {
        Transform(a: x, d: y)
    }

    static func rotation(turns: Double) -> Transform {
        let point = UnitCircle.point(atTurn: turns)
        return Transform(a: point.x, b: point.y, c: -point.y, d: point.x)
    }

    /// The map that turns about a point.
    static func rotation(turns: Double, about center: Point) -> Transform {
        translation(-center.x, -center.y).then(.rotation(turns: turns))
            .then(.translation(center.x, center.y))
    }

    func apply(_ point: Point) -> Point {
        Point(a * point.x + c * point.y + tx, b * point.x + d * point.y + ty)
    }

    /// This map followed by another.
    func then(_ next: Transform) -> Transform {
        Transform(
            a: next.a * a + next.c * b, b: next.b * a + next.d * b,
            c: next.a * c + next.c * d, d: next.b * c + next.d * d,
            tx: next.a * tx + next.c * ty + next.tx, ty: next.b * tx + next.d * ty + next.ty)
    }

    /// By how much lengths grow, the square root of the area's growth.
    var magnification: Double { abs(a * d - b * c).squareRoot() }

    /// The map back; the identity for a map that flattens the plane.
    var inverse: Transform {
        let determinant = a * d - b * c
        guard determinant != 0 else { return Transform() }
        return Transform(
            a: d / determinant, b: -b / determinant, c: -c / determinant, d: a / determinant,
            tx: (c * ty - d * tx) / determinant, ty: (b * tx - a * ty) / determinant)
    }
}
