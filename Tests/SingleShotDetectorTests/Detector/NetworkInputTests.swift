import Foundation
import Imaging
import SingleShotDetector
import Testing

@Suite("Network input")
struct NetworkInputTests {
    /// The formula of resize.py.
    private func picture(_ width: Int, _ height: Int) -> RGBImage {
        var pixels: [UInt8] = []
        for y in 0..<height {
            for x in 0..<width {
                for channel in 0..<3 {
                    let level = x * 37 + y * 59 + channel * 83 + x * y * 7
                    pixels.append(UInt8(truncatingIfNeeded: level))
                }
            }
        }
        return RGBImage(width: width, height: height, pixels: pixels)
    }

    @Test("a picture is resized as Pillow's bilinear filter does and taken apart less the mean")
    func resizesAsPillow() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../References/resize.txt")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 5)
        for line in lines {
            let fields = line.split(separator: "|").map {
                $0.split(separator: " ").compactMap { Int($0) }
            }
            let (side, expected) = (fields[2][0], fields[3])
            var planes = [Float](repeating: .nan, count: 3 * side * side)
            planes.withUnsafeMutableBufferPointer {
                NetworkInput.write(picture(fields[0][0], fields[1][0]), side: side, into: $0)
            }
            for (index, level) in expected.enumerated() {
                let (pixel, channel) = (index / 3, index % 3)
                let mine = planes[channel * side * side + pixel] + NetworkInput.mean[channel]
                // Pillow rounds to whole levels after each of two passes.
                #expect(abs(mine - Float(level)) <= 1.01)
            }
        }
    }
}
