internal import Testing

@testable internal import Imaging
import TestSupport

/// Our encoder against libsixel's decoder.
struct SixelEncoderTests {
    @Test(arguments: [(1, 1), (1, 6), (3, 5), (17, 6), (64, 13), (300, 7), (129, 48), (1100, 8)])
    func decodesToTheSameIndices(width: Int, height: Int) throws {
        var random = SeededGenerator(seed: UInt64(width * 1000 + height))
        for colors in [1, 2, 16, 256] {
            let canvas = IndexedCanvas.random(
                width: width, height: height, colors: colors, using: &random)
            let decoded = try #require(SixelOracle(SixelEncoder.encode(canvas)))
            #expect(decoded.width == width)
            #expect(decoded.height == height)
            #expect(decoded.indices == canvas.indices)
        }
    }

    @Test func decodesToColorsWithinHalfAPercent() throws {
        var random = SeededGenerator(seed: 5)
        let canvas = IndexedCanvas.random(width: 90, height: 70, colors: 256, using: &random)
        let decoded = try #require(SixelOracle(SixelEncoder.encode(canvas)))
        for index in Set(canvas.indices).map(Int.init) {
            let wanted = canvas.palette[index]
            let shown = decoded.palette[index]
            #expect(abs(Int(wanted.red) - Int(shown.red)) <= 2)
            #expect(abs(Int(wanted.green) - Int(shown.green)) <= 2)
            #expect(abs(Int(wanted.blue) - Int(shown.blue)) <= 2)
        }
    }

    @Test func encodesOnlyTheRegion() throws {
        var random = SeededGenerator(seed: 6)
        let canvas = IndexedCanvas.random(width: 80, height: 50, colors: 40, using: &random)
        let region = PixelRect(x: 13, y: 7, width: 31, height: 20)
        let decoded = try #require(SixelOracle(SixelEncoder.encode(canvas, region: region)))
        #expect(decoded.width == 31)
        #expect(decoded.height == 20)
        for y in 0..<20 {
            let start = (7 + y) * 80 + 13
            #expect(
                decoded.indices[y * 31..<(y + 1) * 31] == canvas.indices[start..<start + 31])
        }
    }

    @Test func cutsTheRegionAtTheEdges() throws {
        let canvas = IndexedCanvas(
            width: 9, height: 9, palette: [RGBColor(red: 255, green: 0, blue: 0)])
        let region = PixelRect(x: -5, y: 4, width: 100, height: 100)
        let decoded = try #require(SixelOracle(SixelEncoder.encode(canvas, region: region)))
        #expect(decoded.width == 9)
        #expect(decoded.height == 5)
        let outside = PixelRect(x: 9, y: 0, width: 3, height: 3)
        #expect(SixelEncoder.encode(canvas, region: outside).isEmpty)
    }

    @Test func definesOnlyTheColorsInUse() {
        var canvas = IndexedCanvas(
            width: 2, height: 1,
            palette: [RGBColor](repeating: RGBColor(red: 255, green: 128, blue: 0), count: 256))
        canvas.indices = [7, 7]
        let text = String(decoding: SixelEncoder.encode(canvas), as: UTF8.self)
        #expect(text == "\u{1B}P0;1;0q\"1;1;2;1#7;2;100;50;0#7@@\u{1B}\\")
    }
}
