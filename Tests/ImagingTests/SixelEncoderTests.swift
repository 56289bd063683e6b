internal import Testing

@testable internal import Imaging

/// Our encoder against libsixel's decoder.
struct SixelEncoderTests {
    @Test(arguments: [(1, 1), (3, 5), (17, 6), (64, 13), (300, 7)])
    func decodesToTheSameIndices(width: Int, height: Int) throws {
        var random = SeededRandom(seed: UInt64(width * 1000 + height))
        for colors in [1, 2, 16, 256] {
            let canvas = IndexedCanvas.random(
                width: width, height: height, colors: colors, using: &random)
            let decoded = try #require(SixelOracle(SixelEncoder.encode(canvas)))
            #expect(decoded.width == width && decoded.height >= height)
            #expect(Array(decoded.indices.prefix(width * height)) == canvas.indices)
        }
    }
}
