internal import Testing

@testable internal import Imaging
import TestSupport

struct DirtyRegionTests {
    private static func pixels(_ region: DirtyRegion, width: Int, height: Int) -> [Bool] {
        (0..<width * height).map { region.contains(x: $0 % width, y: $0 / width) }
    }

    /// Two canvases that differ in few pixels, and where.
    private static func pair(
        _ random: inout SeededGenerator, width: Int, height: Int
    ) -> (IndexedCanvas, IndexedCanvas, [Bool]) {
        let first = IndexedCanvas.random(width: width, height: height, colors: 9, using: &random)
        var second = first
        var differs = [Bool](repeating: false, count: width * height)
        for _ in 0..<Int.random(in: 0...30, using: &random) {
            let position = Int.random(in: 0..<width * height, using: &random)
            second.indices[position] = first.indices[position] ^ 1
            differs[position] = true
        }
        return (first, second, differs)
    }

    @Test(arguments: [(1, 1), (7, 3), (8, 8), (61, 19), (200, 9)])
    func differenceIsExactlyWhatDiffers(width: Int, height: Int) {
        var random = SeededGenerator(seed: UInt64(width))
        for _ in 0..<20 {
            let (first, second, differs) = Self.pair(&random, width: width, height: height)
            let region = DirtyRegion.difference(between: first, and: second)
            #expect(Self.pixels(region, width: width, height: height) == differs)
            #expect(region.pixelCount == differs.count { $0 })
            #expect(region.isEmpty == !differs.contains(true))
        }
    }

    @Test func boundsAreTheSmallestRectangle() {
        let base = IndexedCanvas(
            width: 50, height: 40, palette: [RGBColor(red: 0, green: 0, blue: 0)])
        var changed = base
        changed.fill(PixelRect(x: 7, y: 3, width: 2, height: 1), with: 1)
        changed.fill(PixelRect(x: 30, y: 20, width: 5, height: 9), with: 1)
        let region = DirtyRegion.difference(between: base, and: changed)
        #expect(region.bounds == PixelRect(x: 7, y: 3, width: 28, height: 26))
        #expect(DirtyRegion.difference(between: base, and: base) == DirtyRegion())
    }

    @Test func unionHasThePixelsOfBoth() {
        var random = SeededGenerator(seed: 77)
        for _ in 0..<40 {
            let (first, second, differs) = Self.pair(&random, width: 40, height: 30)
            let (third, fourth, others) = Self.pair(&random, width: 40, height: 30)
            let left = DirtyRegion.difference(between: first, and: second)
            let right = DirtyRegion.difference(between: third, and: fourth)
            let both = zip(differs, others).map { $0 || $1 }
            #expect(Self.pixels(left.union(right), width: 40, height: 30) == both)
            #expect(left.union(right) == right.union(left))
        }
    }

    @Test func clippingKeepsWhatIsInsideOrOutside() {
        var random = SeededGenerator(seed: 78)
        for _ in 0..<40 {
            let (first, second, differs) = Self.pair(&random, width: 40, height: 30)
            let region = DirtyRegion.difference(between: first, and: second)
            let rect = PixelRect(
                x: Int.random(in: -9...40, using: &random),
                y: Int.random(in: -9...30, using: &random),
                width: Int.random(in: 0...40, using: &random),
                height: Int.random(in: 0...30, using: &random))
            let inside = differs.indices.map { rect.contains(x: $0 % 40, y: $0 / 40) }
            #expect(
                Self.pixels(region.intersection(rect), width: 40, height: 30)
                    == zip(differs, inside).map { $0 && $1 })
            #expect(
                Self.pixels(region.subtracting(rect), width: 40, height: 30)
                    == zip(differs, inside).map { $0 && !$1 })
        }
    }

    @Test func aRectangleIsAllItsPixels() {
        let region = DirtyRegion(PixelRect(x: 3, y: -2, width: 4, height: 5))
        #expect(region.pixelCount == 20)
        #expect(region.bounds == PixelRect(x: 3, y: -2, width: 4, height: 5))
        #expect(region.contains(x: 6, y: -2) && !region.contains(x: 7, y: -2))
        #expect(DirtyRegion(PixelRect(x: 3, y: 3, width: 0, height: 5)).isEmpty)
    }
}
