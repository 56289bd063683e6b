internal import Testing

@testable internal import Imaging
import TestSupport

/// Overlays painted over a base as a terminal does, by libsixel's decoder, which leaves 255 where
/// nothing is painted.
struct SixelOverlayTests {
    /// A base, the same with boxes over it, and what differs.
    private static func scene(seed: UInt64) -> (IndexedCanvas, IndexedCanvas) {
        var random = SeededGenerator(seed: seed)
        let width = Int.random(in: 1...200, using: &random)
        let height = Int.random(in: 1...90, using: &random)
        let before = IndexedCanvas.random(
            width: width, height: height, colors: 255, using: &random)
        var after = before
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let rect = PixelRect(
                x: Int.random(in: -20..<width, using: &random),
                y: Int.random(in: -20..<height, using: &random),
                width: Int.random(in: 1...120, using: &random),
                height: Int.random(in: 1...60, using: &random))
            let index = UInt8.random(in: 0...254, using: &random)
            if Bool.random(using: &random) {
                after.stroke(rect, thickness: 2, with: index)
            } else {
                after.fill(rect, with: index)
            }
        }
        return (before, after)
    }

    @Test(arguments: 0..<60)
    func paintsExactlyTheDifference(seed: UInt64) throws {
        let (before, after) = Self.scene(seed: seed)
        let mask = DirtyRegion.difference(between: before, and: after)
        let leadingRows = Int(seed % 4) * 5
        let sixel = SixelEncoder.encodeOverlay(after, mask: mask, leadingRows: leadingRows)
        guard !mask.isEmpty else {
            #expect(sixel.isEmpty)
            return
        }
        let painted = try #require(SixelOracle(sixel))
        #expect(painted.height == mask.bounds.endY + leadingRows)
        var screen = before
        for (position, index) in painted.indices.enumerated() where index != 255 {
            let x = position % painted.width
            let y = position / painted.width - leadingRows
            #expect(mask.contains(x: x, y: y))
            screen.indices[y * screen.width + x] = index
        }
        #expect(screen == after)
    }

    @Test func leavesOutRowsAndColumnsBeforeTheAnchor() throws {
        var random = SeededGenerator(seed: 3)
        let canvas = IndexedCanvas.random(width: 60, height: 40, colors: 200, using: &random)
        let mask = DirtyRegion(PixelRect(x: 20, y: 10, width: 30, height: 25))
        let painted = try #require(
            SixelOracle(
                SixelEncoder.encodeOverlay(canvas, mask: mask, leadingRows: -12, leftColumn: 25)))
        #expect(painted.width == 25)
        #expect(painted.height == 23)
        for y in 0..<23 {
            for x in 0..<25 {
                #expect(painted.indices[y * 25 + x] == canvas.indices[(y + 12) * 60 + x + 25])
            }
        }
    }

    @Test func leavesOutPixelsOutsideTheCanvas() throws {
        var random = SeededGenerator(seed: 4)
        let canvas = IndexedCanvas.random(width: 20, height: 15, colors: 9, using: &random)
        let around = DirtyRegion(PixelRect(x: -10, y: -10, width: 90, height: 90))
        #expect(SixelEncoder.encodeOverlay(canvas, mask: around) == SixelEncoder.encode(canvas))
        let outside = DirtyRegion(PixelRect(x: 20, y: 0, width: 5, height: 5))
        #expect(SixelEncoder.encodeOverlay(canvas, mask: outside).isEmpty)
        let all = DirtyRegion(canvas.bounds)
        #expect(SixelEncoder.encodeOverlay(canvas, mask: all, leadingRows: -15).isEmpty)
        #expect(SixelEncoder.encodeOverlay(canvas, mask: all, leftColumn: 20).isEmpty)
    }

    @Test func skipsEmptyBandsInOneByteEach() {
        let canvas = IndexedCanvas(
            width: 10, height: 601, palette: [RGBColor(red: 0, green: 0, blue: 0)])
        let mask = DirtyRegion(PixelRect(x: 0, y: 600, width: 1, height: 1))
        let text = String(decoding: SixelEncoder.encodeOverlay(canvas, mask: mask), as: UTF8.self)
        let bands = String(repeating: "-", count: 100)
        #expect(text == "\u{1B}P0;1;0q\"1;1;1;601#0;2;0;0;0\(bands)#0@\u{1B}\\")
    }
}
