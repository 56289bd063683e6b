internal import Annotations
internal import Testing

@testable internal import ImageCodecs
@testable internal import Imaging
import TestSupport

struct JPEGDamageTests {
    private static let file: [UInt8] =
        (try? JPEGEncoder.encode(.drawn(width: 203, height: 149), quality: 92)) ?? []

    @Test func everyCutIsAnErrorThatSaysWhy() throws {
        _ = try JPEGDecoder.decode(Self.file)
        for count in Array(stride(from: 1, to: Self.file.count, by: 97)) + [Self.file.count - 2] {
            let cut = Array(Self.file.prefix(count))
            let error = #expect(throws: ImageError.self) { try JPEGDecoder.decode(cut) }
            let cause = try #require(error).cause
            #expect(!cause.contains("No error"), "\(count) bytes: \(cause)")
        }
        let half = Array(Self.file.prefix(Self.file.count / 2))
        let error = #expect(throws: ImageError.self) { try JPEGDecoder.decode(half) }
        #expect(error?.cause.contains("Premature end of JPEG file") == true)
    }

    @Test func changedBytesNeverTrap() {
        var random = SeededGenerator(seed: 21)
        var refused = 0
        for round in 0..<400 {
            var file = Self.file
            let range = round.isMultiple(of: 2) ? 0..<620 : 0..<file.count
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                file[Int.random(in: range, using: &random)] = UInt8.random(
                    in: 0...255, using: &random)
            }
            let wanted = PixelSize(width: 40, height: 40)
            guard let image = try? JPEGDecoder.decode(file, atLeast: wanted) else {
                refused += 1
                continue
            }
            #expect(image.pixels.count == image.width * image.height * 3)
        }
        #expect(refused > 0 && refused < 400)
    }

    @Test func randomBytesNeverTrap() {
        var random = SeededGenerator(seed: 22)
        for _ in 0..<2000 {
            let count = Int.random(in: 0...200, using: &random)
            let noise = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            #expect(throws: ImageError.self) { try JPEGDecoder.decode([0xFF, 0xD8] + noise) }
        }
    }
}
