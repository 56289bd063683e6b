internal import Annotations
internal import Testing

@testable internal import ImageCodecs
@testable internal import Imaging
import TestSupport

struct ExifOrientationTests {
    private static let file: [UInt8] = {
        let image = RGBImage(width: 6, height: 4, filledWith: RGBColor(red: 9, green: 8, blue: 7))
        return (try? JPEGEncoder.encode(image)) ?? []
    }()

    @Test(arguments: ImageOrientation.allCases, [false, true])
    func readsEachOrientation(orientation: ImageOrientation, isLittleEndian: Bool) throws {
        let payload = ExifSegment.payload(
            orientation: orientation.rawValue, isLittleEndian: isLittleEndian)
        let header = try JPEGDecoder.header(of: ExifSegment.inserted(payload, in: Self.file))
        #expect(header.orientation == orientation)
        #expect(header.storedSize == PixelSize(width: 6, height: 4))
        #expect(header.viewSize.width == (orientation.swapsAxes ? 4 : 6))
    }

    @Test(arguments: [0, 9, 255, 0x0100, 0xFFFF])
    func otherValuesAreUpright(value: Int) throws {
        let payload = ExifSegment.payload(orientation: value, isLittleEndian: false)
        let header = try JPEGDecoder.header(of: ExifSegment.inserted(payload, in: Self.file))
        #expect(header.orientation == .upright)
    }

    @Test func anotherTypeIsUpright() throws {
        let payload = ExifSegment.payload(orientation: 6, isLittleEndian: true, type: 4)
        let header = try JPEGDecoder.header(of: ExifSegment.inserted(payload, in: Self.file))
        #expect(header.orientation == .upright)
    }

    @Test func theFirstSegmentThatSaysItCounts() throws {
        let first = ExifSegment.payload(orientation: 6, isLittleEndian: true)
        let second = ExifSegment.payload(orientation: 3, isLittleEndian: true)
        let other = Array("http://ns.adobe.com/xap/1.0/\0<x/>".utf8)
        var file = ExifSegment.inserted(second, in: Self.file)
        file = ExifSegment.inserted(first, in: file)
        file = ExifSegment.inserted(other, in: file)
        #expect(try JPEGDecoder.header(of: file).orientation == .rotatedClockwise)
    }

    @Test func damageNeverTraps() throws {
        var random = SeededGenerator(seed: 11)
        for round in 0..<20_000 {
            var payload = ExifSegment.payload(
                orientation: 6, isLittleEndian: round.isMultiple(of: 2))
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let position = Int.random(in: 6..<payload.count, using: &random)
                payload[position] = UInt8.random(in: 0...255, using: &random)
            }
            payload.removeLast(Int.random(in: 0..<payload.count, using: &random))
            let segment = BoundedBytes(bytes: payload[...])
            let orientation = ExifOrientation.orientation(inSegment: segment)
            #expect(orientation == nil || payload.count >= 40)
        }
    }
}
