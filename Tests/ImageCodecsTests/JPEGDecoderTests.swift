internal import Annotations
internal import Testing

@testable internal import ImageCodecs
@testable internal import Imaging

struct JPEGDecoderTests {
    private static func file(width: Int, height: Int) throws -> [UInt8] {
        try JPEGEncoder.encode(.drawn(width: width, height: height), quality: 90)
    }

    @Test func onePixelDecodes() throws {
        let image = RGBImage(width: 1, height: 1, filledWith: RGBColor(red: 200, green: 9, blue: 9))
        let decoded = try JPEGDecoder.decode(
            JPEGEncoder.encode(image, quality: 100, subsampling: .none),
            atLeast: PixelSize(width: 1, height: 1))
        #expect(decoded.width == 1 && decoded.height == 1)
        #expect(decoded.worstDifference(from: image) <= 2)
    }

    @Test(arguments: [
        (100, 50, 13, 7), (13, 7, 13, 7), (14, 7, 25, 13), (50, 25, 50, 25), (51, 1, 63, 32),
        (99, 50, 100, 50), (1000, 1000, 100, 50),
    ])
    func decodesToTheSmallestSizeThatSuffices(
        wantedWidth: Int, wantedHeight: Int, width: Int, height: Int
    ) throws {
        let file = try Self.file(width: 100, height: 50)
        let wanted = PixelSize(width: wantedWidth, height: wantedHeight)
        let decoded = try JPEGDecoder.decode(file, atLeast: wanted)
        if wanted == PixelSize(width: 100, height: 50) {
            #expect(decoded.width == 100)
        } else {
            #expect(decoded.width == width)
            #expect(decoded.height == height)
        }
    }

    @Test func theWidestFileDecodes() throws {
        let image = RGBImage(
            width: 65_500, height: 3, filledWith: RGBColor(red: 10, green: 200, blue: 30))
        let file = try JPEGEncoder.encode(image, quality: 95)
        let decoded = try JPEGDecoder.decode(file)
        #expect(decoded.width == 65_500)
        #expect(decoded.worstDifference(from: image) <= 3)
        let small = try JPEGDecoder.decode(file, atLeast: PixelSize(width: 1000, height: 1))
        #expect(small.width == 8188 && small.height == 1)
    }

    @Test func aClaimBeyondTheLimitsIsRefused() throws {
        var file = try Self.file(width: 16, height: 16)
        try Self.claim(&file, width: 65_500, height: 65_500)
        let error = #expect(throws: ImageError.self) { try JPEGDecoder.decode(file) }
        #expect(try #require(error).cause.contains("65500×65500"))
        try Self.claim(&file, width: 65_501, height: 1)
        #expect(throws: ImageError.self) { try JPEGDecoder.decode(file) }
        try Self.claim(&file, width: 0, height: 9)
        #expect(throws: ImageError.self) { try JPEGDecoder.decode(file) }
    }

    @Test func aLargeClaimIsDecodedSmallerThanTheLimit() throws {
        var file = try Self.file(width: 16, height: 16)
        try Self.claim(&file, width: 60_000, height: 4000)
        let header = try JPEGDecoder.header(of: file)
        let size = try JPEGScale.size(of: header, atLeast: nil)
        #expect(size == PixelSize(width: 45_000, height: 3000))
        #expect(size.width * size.height * 3 <= JPEGLimits.mostBytes)
        #expect(throws: ImageError.self) {
            try JPEGDecoder.decode(file, atLeast: PixelSize(width: 10, height: 10))
        }
    }

    @Test func aProgressiveClaimCountsItsCoefficients() throws {
        var file = try Self.file(width: 16, height: 16)
        try Self.claim(&file, width: 60_000, height: 4000, frame: 0xC2)
        #expect(try JPEGDecoder.header(of: file).isProgressive)
        let error = #expect(throws: ImageError.self) {
            try JPEGDecoder.decode(file, atLeast: PixelSize(width: 10, height: 10))
        }
        #expect(error?.cause.contains("the most is 512 MB") == true)
    }

    @Test func whatIsNoJPEGSaysSo() {
        let empty = #expect(throws: ImageError.self) { try JPEGDecoder.decode([]) }
        #expect(empty?.description == "the file is empty; copy it again from its source")
        let text = #expect(throws: ImageError.self) {
            try JPEGDecoder.decode(Array("\u{1B}[2Jnot a picture".utf8))
        }
        #expect(text?.cause == "the file is not a JPEG, it begins with 1B 5B 32 4A")
        #expect(throws: ImageError.self) { try JPEGDecoder.decode([0xFF, 0xD8]) }
    }

    /// Writes another size, and perhaps another process, into the frame header.
    private static func claim(
        _ file: inout [UInt8], width: Int, height: Int, frame: UInt8 = 0xC0
    ) throws {
        let marker = try #require(
            file.indices.dropLast().first { file[$0] == 0xFF && file[$0 + 1] == 0xC0 })
        file[marker + 1] = frame
        file[marker + 5] = UInt8(height >> 8)
        file[marker + 6] = UInt8(height & 255)
        file[marker + 7] = UInt8(width >> 8)
        file[marker + 8] = UInt8(width & 255)
    }
}
