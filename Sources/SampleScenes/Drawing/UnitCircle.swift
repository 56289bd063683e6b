/// Points of the unit circle from sums and products alone: the C library's sine may differ in its
/// last bit between machines, and with it a pixel.
enum UnitCircle {
    /// The point at a fraction of a full turn from the x axis towards the y axis, within 1e-9.
    static func point(atTurn turn: Double) -> Point {
        let quarters = (turn - floorOf(turn)) * 4
        let quadrant = Int(quarters)
        let angle = (quarters - Double(quadrant)) * (Double.pi / 2)
        let sine = sine(angle)
        let cosine = sine == 0 ? 1 : Self.sine(Double.pi / 2 - angle)
        switch quadrant {
        case 0: return Point(cosine, sine)
        case 1: return Point(-sine, cosine)
        case 2: return Point(-cosine, -sine)
        default: return Point(sine, -cosine)
        }
    }

    /// Taylor's series to the 13th power, for angles of 0 to π/2.
    private static func sine(_ angle: Double) -> Double {
        let square = angle * angle
        let coefficients = [
            1.0 / 6_227_020_800, -1.0 / 39_916_800, 1.0 / 362_880, -1.0 / 5_040, 1.0 / 120,
            -1.0 / 6, 1.0,
        ]
        return angle * coefficients.reduce(0) { $0 * square + $1 }
    }

    private static func floorOf(_ value: Double) -> Double {
        let whole = Double(Int(value))
        return whole > value ? whole - 1 : whole
    }
}
