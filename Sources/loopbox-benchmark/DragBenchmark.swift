internal import Imaging

/// Sends what changes while a box is dragged over a photo.
struct DragBenchmark {
    private let options: BenchmarkOptions
    private var differenceTimes = Samples()
    private var overlayTimes = Samples()
    private var frameTimes = Samples()
    private var overlays: [[UInt8]] = []

    /// A measurement of one photo.
    init(_ options: BenchmarkOptions) { self.options = options }

    /// Drags the box over the photo, as often as there are rounds.
    mutating func run() throws {
        let canvas = try options.canvas()
        let full = SixelEncoder.encode(canvas)
        for _ in 0..<options.rounds { drag(over: canvas) }
        report(full: full)
    }

    /// Draws each frame as the screen does, just before what is measured.
    private mutating func drag(over canvas: IndexedCanvas) {
        var shown = Self.frame(canvas, step: 0)
        for step in 1..<20 {
            let frame = Self.frame(canvas, step: step)
            let change = differenceTimes.measure {
                DirtyRegion.difference(between: shown, and: frame)
            }
            overlays.append(overlayTimes.measure { Self.overlay(of: frame, change: change) })
            shown = frame
        }
        _ = frameTimes.measure { SixelEncoder.encode(shown) }
    }

    private func report(full: [UInt8]) {
        let bytes = Samples.median(overlays.map { Double($0.count) })
        Report.table([
            ["drag a 300×200 box", "ms", "bytes", "gzip -6"],
            [
                "encode the overlay", Report.number(overlayTimes.median, decimals: 3),
                String(Int(bytes)), GzipSize.text(of: overlays[0]),
            ],
            ["find the change", Report.number(differenceTimes.median, decimals: 3), "", ""],
            [
                "encode the full frame", Report.number(frameTimes.median, decimals: 3),
                String(full.count), GzipSize.text(of: full),
            ],
        ])
        Report.ratio("ms to encode a drag frame", overlayTimes.median, atMost: 0.5)
        Report.ratio("ms to find what changed", differenceTimes.median, atMost: 0.15)
        Report.ratio("drag frames in a full frame's bytes", Double(full.count) / bytes, atLeast: 80)
    }

    private static func frame(_ canvas: IndexedCanvas, step: Int) -> IndexedCanvas {
        var frame = canvas
        frame.stroke(
            PixelRect(x: 100 + 8 * step, y: 100 + 5 * step, width: 300, height: 200),
            thickness: 2, with: 0)
        return frame
    }

    /// The overlay of a picture below one row of cells of 8×16 pixels, anchored at the screen's first
    /// row and the change's first column of cells.
    private static func overlay(of frame: IndexedCanvas, change: DirtyRegion) -> [UInt8] {
        SixelEncoder.encodeOverlay(
            frame, mask: change, leadingRows: 16, leftColumn: change.bounds.x / 8 * 8)
    }
}
