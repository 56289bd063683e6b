internal import Annotations
internal import Testing

@testable internal import ImageCodecs
@testable internal import Imaging

struct JPEGEncoderTests {
    @Test(arguments: ChromaSubsampling.allCases)
    func encodedImageDecodesAlike(subsampling: ChromaSubsampling) throws {
        let image = RGBImage.drawn(width: 37, height: 21)
        let bytes = try JPEGEncoder.encode(image, quality: 97, subsampling: subsampling)
        let header = try JPEGDecoder.header(of: bytes)
        #expect(header.storedSize == PixelSize(width: 37, height: 21))
        #expect(header.subsampling == subsampling)
        #expect(header.colorModel == .color)
        #expect(!header.isProgressive)
        let decoded = try JPEGDecoder.decode(bytes)
        let differences = zip(decoded.pixels, image.pixels).map { abs(Int($0) - Int($1)) }
        #expect(differences.reduce(0, +) <= 4 * differences.count)
    }

    @Test func equalImagesGiveEqualFiles() throws {
        let image = RGBImage.drawn(width: 64, height: 64)
        let first = try JPEGEncoder.encode(image, quality: 80)
        #expect(try JPEGEncoder.encode(image, quality: 80) == first)
        #expect(try JPEGEncoder.encode(image, quality: 50).count < first.count)
    }

    @Test func aSizeThatNoJPEGHasIsRefused() {
        let empty = RGBImage(width: 0, height: 5, pixels: [])
        #expect(throws: ImageError.self) { try JPEGEncoder.encode(empty) }
    }
}
