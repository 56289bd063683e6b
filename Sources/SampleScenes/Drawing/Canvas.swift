/// A raster of unrounded colours over a window of an image.
struct Canvas: Sendable {
    let window: PixelBounds
    private(set) var reds: [Float]
    private(set) var greens: [Float]
    private(set) var blues: [Float]

    /// A black canvas.
    init(window: PixelBounds) {
        self.window = window
        reds = [Float](repeating: 0, count: window.area)
        greens = reds
        blues = reds
    }

    mutating func paint(_ shape: Shape) {
        var scanner = CoverageScanner(path: shape.path, window: window)
        let left = scanner.bounds.left
        scanner.forEachRow { y, coverage in
            let row = (y - window.top) * window.width - window.left
            for (column, share) in coverage.enumerated() where share > 0 {
                let x = left + column
                let stop = shape.paint.stop(at: Point(Double(x) + 0.5, Double(y) + 0.5))
                blend(row + x, stop.tone, share * stop.opacity)
            }
        }
    }

    private mutating func blend(_ index: Int, _ tone: Tone, _ amount: Float) {
        reds[index] += (tone.red - reds[index]) * amount
        greens[index] += (tone.green - greens[index]) * amount
        blues[index] += (tone.blue - blues[index]) * amount
    }
}
