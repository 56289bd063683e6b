extension Path {
    static func ellipse(_ x: Double, _ y: Double, _ radiusX: Double, _ radiusY: Double) -> Path {
        let steps = 48
        return Path(outlines: [
            (0..<steps).map { step in
                let point = UnitCircle.point(atTurn: Double(step) / Double(steps))
                return Point(x + point.x * radiusX, y + point.y * radiusY)
            }
        ])
    }

    static func circle(_ x: Double, _ y: Double, _ radius: Double) -> Path {
        ellipse(x, y, radius, radius)
    }

    /// A rectangle from its lower left corner; `corner` is the radius its corners are rounded by.
    static func rectangle(
        _ x: Double, _ y: Double, _ width: Double, _ height: Double, corner: Double = 0
    ) -> Path {
        let radius = min(corner, min(width, height) / 2)
        guard radius > 0 else {
            return Path(polygon: [(x, y), (x + width, y), (x + width, y + height), (x, y + height)])
        }
        let centers = [
            (x + width - radius, y + height - radius), (x + radius, y + height - radius),
            (x + radius, y + radius), (x + width - radius, y + radius),
        ]
        var outline: [Point] = []
        for (quarter, center) in centers.enumerated() {
            for step in 0...8 {
                let point = UnitCircle.point(atTurn: (Double(quarter) + Double(step) / 8) / 4)
                outline.append(Point(center.0 + point.x * radius, center.1 + point.y * radius))
            }
        }
        return Path(outlines: [outline])
    }

    /// A ring, or a part of one: an arc of a circle as wide as a pen.
    static func arc(
        _ x: Double, _ y: Double, _ radius: Double, from start: Double, to end: Double,
        width: Double
    ) -> Path {
        let steps = 40
        let points = (0...steps).map { step in
            let turn = start + (end - start) * Double(step) / Double(steps)
            let point = UnitCircle.point(atTurn: turn)
            return Point(x + point.x * radius, y + point.y * radius)
        }
        return stroke(points, widths: [width])
    }

    /// The area a round pen covers along a line; the width may change from point to point.
    ///
    /// - Parameters:
    ///   - points: the line's points.
    ///   - widths: a width a point; the last one holds for the rest.
    /// - Returns: one outline a piece, all wound alike so that overlaps stay filled.
    static func stroke(_ points: [Point], widths: [Double]) -> Path {
        var path = Path()
        let radius = { (index: Int) in
            (widths.isEmpty ? 1 : widths[min(index, widths.count - 1)]) / 2
        }
        for (index, point) in points.enumerated() {
            path.add(.circle(point.x, point.y, radius(index)))
            guard index + 1 < points.count else { break }
            let next = points[index + 1]
            let along = next - point
            guard along.length > 0 else { continue }
            let across = Point(-along.y, along.x) * (1 / along.length)
            let (wide, narrow) = (across * radius(index), across * radius(index + 1))
            path.add(Path(outlines: [[point + wide, point - wide, next - narrow, next + narrow]]))
        }
        return path
    }
}
