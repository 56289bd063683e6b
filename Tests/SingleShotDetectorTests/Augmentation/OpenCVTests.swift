import Imaging
import OrderedJSON
import Testing

@testable import SingleShotDetector

/// Colours and sizes against OpenCV's, see `References/augmentation.py`.
@Suite struct OpenCVTests {
    private let reference: JSONValue

    init() throws { reference = try ReferenceFile.read("augmentation.json") }

    private func bytes(_ value: JSONValue?) -> [UInt8] {
        (value?.doubles ?? []).map { UInt8($0) }
    }

    @Test func hueLightnessAndSaturationAreOpenCVs() {
        let colors = bytes(reference["colors"])
        let expected = bytes(reference["hls"])
        for place in stride(from: 0, to: colors.count, by: 3) {
            let color = HLSColor(
                red: colors[place], green: colors[place + 1], blue: colors[place + 2])
            let parts = [color.hue, color.lightness, color.saturation]
            for (ours, theirs) in zip(parts, expected[place..<place + 3]) {
                #expect(
                    abs(ours - Int(theirs)) <= 1, "\(colors[place..<place + 3]): \(parts)")
            }
        }
    }

    @Test func shiftsAndContrastAreOpenCVs() throws {
        let colors = bytes(reference["colors"])
        let image = RGBImage(width: colors.count / 3, height: 1, pixels: colors)
        for expected in reference["shifts"]?.elements ?? [] {
            let shift = (expected["shift"]?.doubles ?? []).map { Int($0) }
            let jitter = ColorJitter(
                hue: shift[0], lightness: shift[1], saturation: shift[2],
                contrast: try #require(expected["contrast"]?.double))
            let differences = zip(jitter.applied(to: image).pixels, bytes(expected["rgb"])).map {
                abs(Int($0) - Int($1))
            }
            #expect(differences.count == colors.count)
            // A part that rounds the other way is a level or two of a channel.
            #expect(differences.allSatisfy { $0 <= 3 }, "\(jitter): \(differences.max() ?? 0)")
            #expect(differences.filter { $0 > 1 }.count <= colors.count / 25, "\(jitter)")
        }
    }

    @Test func everyInterpolationIsOpenCVs() throws {
        let width = Int(try #require(reference["width"]?.double))
        let height = Int(try #require(reference["height"]?.double))
        let picture = RGBImage(
            width: width, height: height, pixels: bytes(reference["picture"]))
        let framed = FramedImage(picture, canvas: .whole, frame: .whole)
        for expected in reference["sizes"]?.elements ?? [] {
            let name = try #require(expected["method"]?.text)
            let method = try #require(Interpolation.allCases.first { "\($0)" == name })
            let side = Int(try #require(expected["side"]?.double))
            let ours = framed.resized(to: side, by: method, mirrored: false)
            let differences = zip(ours.pixels, bytes(expected["rgb"])).map {
                abs(Int($0) - Int($1))
            }
            #expect(differences.count == side * side * 3)
            #expect(
                differences.allSatisfy { $0 <= (method == .nearest ? 0 : 1) },
                "\(name) to \(side): \(differences.max() ?? 0)")
        }
    }
}
