/// How much of each pixel some shapes cover together, 0 to 1, inside a window.
struct Mask: Sendable {
    let bounds: PixelBounds
    private(set) var values: [Float]

    /// The coverage of shapes laid over each other, each as opaque as its paint.
    init(of shapes: [Shape], window: PixelBounds) {
        let whole = shapes.reduce(PixelBounds(left: 0, top: 0, right: 0, bottom: 0)) {
            $0.union(PixelBounds(enclosing: $1.path))
        }
        bounds = whole.intersection(window)
        values = [Float](repeating: 0, count: bounds.area)
        for shape in shapes { lay(shape) }
    }

    /// Takes away what lies under another mask.
    mutating func occlude(by cover: Mask) {
        let common = bounds.intersection(cover.bounds)
        guard !common.isEmpty else { return }
        for y in common.top..<common.bottom {
            for x in common.left..<common.right {
                values[index(x, y)] *= 1 - cover.values[cover.index(x, y)]
            }
        }
    }

    /// The sum of coverage, in pixels.
    var area: Double { values.reduce(0) { $0 + Double($1) } }

    /// The tight bounds of the pixels at least half covered inside a window.
    func extent(within window: PixelBounds) -> PixelBounds? {
        var found: PixelBounds?
        let visible = bounds.intersection(window)
        guard !visible.isEmpty else { return nil }
        for y in visible.top..<visible.bottom {
            for x in visible.left..<visible.right where values[index(x, y)] >= 0.5 {
                let pixel = PixelBounds(left: x, top: y, right: x + 1, bottom: y + 1)
                found = found?.union(pixel) ?? pixel
            }
        }
        return found
    }

    /// The sum of coverage inside a window, in pixels.
    func area(within window: PixelBounds) -> Double {
        let visible = bounds.intersection(window)
        guard !visible.isEmpty else { return 0 }
        var sum = 0.0
        for y in visible.top..<visible.bottom {
            for x in visible.left..<visible.right { sum += Double(values[index(x, y)]) }
        }
        return sum
    }

    private func index(_ x: Int, _ y: Int) -> Int {
        (y - bounds.top) * bounds.width + x - bounds.left
    }

    private mutating func lay(_ shape: Shape) {
        var scanner = CoverageScanner(path: shape.path, window: bounds)
        let left = scanner.bounds.left
        scanner.forEachRow { y, coverage in
            for (column, share) in coverage.enumerated() where share > 0 {
                let x = left + column
                let opacity = shape.paint.stop(at: Point(Double(x) + 0.5, Double(y) + 0.5)).opacity
                values[index(x, y)] += (1 - values[index(x, y)]) * share * opacity
            }
        }
    }
}
