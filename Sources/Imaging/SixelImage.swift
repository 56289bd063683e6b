/// One sixel image while it is encoded, band by band.
struct SixelImage: ~Copyable {
    private let canvas: IndexedCanvas
    private let mask: DirtyRegion
    /// The part of the canvas, or of the blank above it, that the image covers.
    private let window: PixelRect
    /// The part of the window that has pixels to paint.
    private let painted: PixelRect
    private var band: SixelBand
    private var passes: SixelPasses
    /// For each column of ``painted``, a bit for each of the band's rows that is painted.
    private var wanted: [UInt8]

    /// An image of the pixels of `mask` in `painted`, which is inside both the canvas and the window
    /// and not empty.
    init(canvas: IndexedCanvas, mask: DirtyRegion, window: PixelRect, painted: PixelRect) {
        self.canvas = canvas
        self.mask = mask
        self.window = PixelRect(
            x: window.x, y: window.y, width: painted.endX - window.x,
            height: painted.endY - window.y)
        self.painted = painted
        band = SixelBand(width: painted.width)
        passes = SixelPasses(width: painted.width, leadingColumns: painted.x - window.x)
        wanted = Array(repeating: 0, count: painted.width)
    }

    /// The whole image.
    consuming func encode() -> [UInt8] {
        var body: [UInt8] = []
        var skippedBands = 0
        for top in stride(from: window.y, to: window.endY, by: 6) {
            if findWanted(top: top) {
                body.append(
                    contentsOf: repeatElement(SixelHeader.nextBand, count: skippedBands))
                skippedBands = 0
                encodeBand(top: top, into: &body)
            }
            skippedBands += 1
        }
        let header = SixelHeader(
            width: window.width, height: window.height, palette: canvas.palette,
            isUsed: passes.isUsed)
        return header.bytes + body + SixelHeader.end
    }

    /// Sets ``wanted`` for a band; false when it has nothing to paint.
    private mutating func findWanted(top: Int) -> Bool {
        let first = max(top, painted.y)
        for column in wanted.indices { wanted[column] = 0 }
        var isEmpty = true
        for row in first..<max(first, min(top + 6, painted.endY)) {
            for run in mask.runs(inRow: row) {
                let start = max(run.x, painted.x) - painted.x
                let end = min(run.endX, painted.endX) - painted.x
                for column in start..<max(start, end) { wanted[column] |= 1 << UInt8(row - top) }
                isEmpty = isEmpty && start >= end
            }
        }
        return !isEmpty
    }

    private mutating func encodeBand(top: Int, into body: inout [UInt8]) {
        let indices = canvas.indices
        let wanted = wanted
        band.sort(
            indices.span, from: top * canvas.width + painted.x, stride: canvas.width,
            wanted: wanted.span)
        passes.paint(band, wanted: wanted)
        passes.line.append(to: &body)
    }
}
