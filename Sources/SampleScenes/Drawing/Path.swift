/// Closed outlines filled together by the nonzero rule; curves are already broken into lines.
struct Path: Hashable, Sendable {
    private(set) var outlines: [[Point]]

    /// How many lines stand for a curve; enough for a curve of 400 pixels.
    private static let linesPerCurve = 14

    init(outlines: [[Point]] = []) {
        self.outlines = outlines
    }

    init(polygon: [(Double, Double)]) {
        outlines = [polygon.map { Point($0.0, $0.1) }]
    }

    /// A closed curve through the points, each tangent parallel to the line between its neighbours
    /// (Catmull and Rom 1974).
    init(smooth corners: [(Double, Double)]) {
        outlines = [Self.curve(through: corners.map { Point($0.0, $0.1) }, closed: true)]
    }

    mutating func add(_ other: Path) {
        outlines += other.outlines
    }

    func applying(_ transform: Transform) -> Path {
        Path(outlines: outlines.map { $0.map(transform.apply) })
    }

    /// The points of a curve through `points`.
    static func curve(through points: [Point], closed: Bool) -> [Point] {
        guard points.count > 2 else { return points }
        let count = points.count
        let at = { (index: Int) in
            closed
                ? points[(index + count) % count] : points[min(max(index, 0), count - 1)]
        }
        var line: [Point] = []
        for index in 0..<(closed ? count : count - 1) {
            let (start, end) = (at(index), at(index + 1))
            let control = (
                start + (end - at(index - 1)) * (1 / 6), end - (at(index + 2) - start) * (1 / 6)
            )
            line += bezier(start, control.0, control.1, end)
        }
        return closed ? line : line + [at(count - 1)]
    }

    /// A cubic Bézier curve's points without its end.
    static func bezier(_ start: Point, _ one: Point, _ two: Point, _ end: Point) -> [Point] {
        (0..<linesPerCurve).map { step in
            let t = Double(step) / Double(linesPerCurve)
            let s = 1 - t
            return start * (s * s * s) + one * (3 * s * s * t) + two * (3 * s * t * t)
                + end * (t * t * t)
        }
    }
}
