internal import Imaging

/// Sends what changes while a box is dragged over a photo.
struct DragBenchmark {
    private let options: BenchmarkOptions

    /// A measurement of one photo.
    init(_ options: BenchmarkOptions) { self.options = options }

    func run() throws {
        let canvas = try options.canvas()
        let frames = (0..<40).map { step in
            var frame = canvas
            frame.stroke(
                PixelRect(x: 100 + 8 * step, y: 100 + 5 * step, width: 300, height: 200),
                thickness: 2, with: 0)
            return frame
        }
        let pairs = Array(zip(frames, frames.dropFirst()))
        let changes = pairs.map { DirtyRegion.difference(between: $0, and: $1) }
        let overlays = zip(frames.dropFirst(), changes).map(Self.overlay)
        let full = SixelEncoder.encode(canvas)
        var next = 0
        let timing = try InterleavedTiming(
            rounds: max(options.rounds, 2 * pairs.count),
            [
                { _ = Self.overlay(of: frames[next + 1], change: changes[next]) },
                { _ = DirtyRegion.difference(between: pairs[next].0, and: pairs[next].1) },
                {
                    _ = SixelEncoder.encode(canvas)
                    next = (next + 1) % pairs.count
                },
            ])
        let bytes = InterleavedTiming.median(overlays.map { Double($0.count) })
        Report.table([
            ["drag a 300×200 box", "ms", "bytes", "gzip -6"],
            [
                "encode the overlay", Report.number(timing.median(0), decimals: 3),
                String(Int(bytes)),
            ],
            ["find the change", Report.number(timing.median(1), decimals: 3), ""],
            [
                "encode the full frame", Report.number(timing.median(2), decimals: 3),
                String(full.count),
            ],
        ])
        Report.ratio("ms to encode a drag frame", timing.median(0), atMost: 0.5)
        Report.ratio("ms to find what changed", timing.median(1), atMost: 0.15)
        Report.ratio("drag frames in a full frame's bytes", Double(full.count) / bytes, atLeast: 80)
    }

    private static func packed(_ bytes: [UInt8]) -> String {
        GzipSize.of(bytes).map(String.init) ?? "-"
    }

    /// The overlay of a picture below one row of cells of 8×16 pixels, anchored at the screen's first
    /// row and the change's first column of cells.
    private static func overlay(of frame: IndexedCanvas, change: DirtyRegion) -> [UInt8] {
        SixelEncoder.encodeOverlay(
            frame, mask: change, leadingRows: 16, leftColumn: change.bounds.x / 8 * 8)
    }
}
