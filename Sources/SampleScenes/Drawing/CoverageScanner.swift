/// Turns an outline into the share of each pixel it covers.
///
/// Exact along a row, four samples down a pixel; only sums, products and comparisons, so that every
/// machine finds the same shares.
struct CoverageScanner {
    private struct Edge {
        var top: Double
        var bottom: Double
        var x: Double
        var slope: Double
        var winding: Int
    }

    private static let samplesPerPixel = 4

    private let edges: [Edge]
    let bounds: PixelBounds
    /// The row's change of coverage from pixel to pixel; one beyond the last column.
    private var changes: [Float]

    /// - Parameters:
    ///   - path: outlines in pixels.
    ///   - window: the pixels that matter; what lies left of them still counts.
    init(path: Path, window: PixelBounds) {
        let bounds = PixelBounds(enclosing: path).intersection(window)
        let (top, bottom) = (Double(bounds.top), Double(bounds.bottom))
        edges =
            bounds.isEmpty
            ? []
            : path.outlines.flatMap(Self.edges)
                .filter { $0.bottom > top && $0.top < bottom }.sorted { $0.top < $1.top }
        self.bounds = bounds
        changes = [Float](repeating: 0, count: max(0, bounds.width) + 2)
    }

    /// Gives each row of ``bounds`` with the coverage of its pixels.
    mutating func forEachRow(_ body: (_ y: Int, _ coverage: [Float]) -> Void) {
        guard !bounds.isEmpty else { return }
        var active: [Edge] = []
        var nextEdge = 0
        var crossings: [(x: Double, winding: Int)] = []
        for y in bounds.top..<bounds.bottom {
            while nextEdge < edges.count, edges[nextEdge].top < Double(y + 1) {
                active.append(edges[nextEdge])
                nextEdge += 1
            }
            active.removeAll { $0.bottom <= Double(y) }
            for sample in 0..<Self.samplesPerPixel {
                let line = Double(y) + (Double(sample) + 0.5) / Double(Self.samplesPerPixel)
                crossings.removeAll(keepingCapacity: true)
                for edge in active where edge.top <= line && line < edge.bottom {
                    crossings.append((edge.x + (line - edge.top) * edge.slope, edge.winding))
                }
                addSpans(crossings.sorted { $0.x < $1.x })
            }
            body(y, takeRow())
        }
    }

    private mutating func addSpans(_ crossings: [(x: Double, winding: Int)]) {
        var winding = 0
        for crossing in crossings {
            let before = winding
            winding += crossing.winding
            if before == 0 { step(at: crossing.x, by: 1 / Float(Self.samplesPerPixel)) }
            if winding == 0 { step(at: crossing.x, by: -1 / Float(Self.samplesPerPixel)) }
        }
    }

    /// From column `x` on, coverage rises by `amount`; the pixel cut by `x` takes its part.
    private mutating func step(at x: Double, by amount: Float) {
        let place = min(max(x - Double(bounds.left), 0), Double(bounds.width))
        let column = Int(place)
        let cut = Float(place - Double(column))
        changes[column] += amount * (1 - cut)
        changes[column + 1] += amount * cut
    }

    private mutating func takeRow() -> [Float] {
        var row = [Float](repeating: 0, count: bounds.width)
        var sum: Float = 0
        for column in row.indices {
            sum += changes[column]
            // Sums of fractions miss 0 and 1 by their last bits.
            row[column] = sum < 0.002 ? 0 : sum > 0.998 ? 1 : sum
        }
        for column in changes.indices { changes[column] = 0 }
        return row
    }

    private static func edges(of outline: [Point]) -> [Edge] {
        var edges: [Edge] = []
        var previous = outline.last ?? Point(0, 0)
        for point in outline {
            let (upper, lower) = previous.y < point.y ? (previous, point) : (point, previous)
            if upper.y < lower.y {
                edges.append(
                    Edge(
                        top: upper.y, bottom: lower.y, x: upper.x,
                        slope: (lower.x - upper.x) / (lower.y - upper.y),
                        winding: previous.y < point.y ? 1 : -1))
            }
            previous = point
        }
        return edges
    }
}
