internal import Annotations
internal import Testing

@testable internal import ImageCodecs
@testable internal import Imaging

struct JPEGRoundTripTests {
    @Test(arguments: ChromaSubsampling.allCases)
    func encodedImageDecodesAlike(subsampling: ChromaSubsampling) throws {
        var image = RGBImage(
            width: 37, height: 21, filledWith: RGBColor(red: 200, green: 30, blue: 90))
        for position in image.pixels.indices { image.pixels[position] &+= UInt8(position / 111) }
        let bytes = try JPEGEncoder.encode(image, quality: 95, subsampling: subsampling)
        #expect(try JPEGEncoder.encode(image, quality: 95, subsampling: subsampling) == bytes)
        let header = try JPEGDecoder.header(of: bytes)
        #expect(header.storedSize == PixelSize(width: 37, height: 21))
        #expect(header.subsampling == subsampling)
        #expect(header.orientation == .upright)
        #expect(!header.isProgressive)
        let decoded = try JPEGDecoder.decode(bytes)
        let worst = zip(decoded.pixels, image.pixels).map { abs(Int($0) - Int($1)) }.max()
        #expect(try #require(worst) <= 6)
        let half = try JPEGDecoder.decode(bytes, atLeast: PixelSize(width: 18, height: 9))
        #expect(half.width == 19 && half.height == 11)
    }
}
