internal import Annotations
internal import Foundation
internal import Testing

@testable internal import ImageCodecs
@testable internal import Imaging
import TestSupport

/// Palettes of real photos; skipped where there are none.
@Suite(.enabled(if: Requirement.isMet(!SharedPhotos.paths.isEmpty)))
struct PhotoQualityTests {
    @Test func paletteOf256KeepsPhotosFaithful() throws {
        let large = SharedPhotos.paths.filter { $0.contains("/large/") }
        for path in large {
            let image = try JPEGDecoder.decode(
                ImageFile.bytes(atPath: path), atLeast: PixelSize(width: 320, height: 180))
            let canvas = ColorQuantizer.quantize(image, colors: 256)
            #expect(Self.signalToNoise(of: canvas, to: image) >= 36, "\(path)")
        }
    }

    /// The peak signal-to-noise ratio in decibels.
    private static func signalToNoise(of canvas: IndexedCanvas, to image: RGBImage) -> Double {
        var sum = 0.0
        for (position, index) in canvas.indices.enumerated() {
            let color = canvas.palette[Int(index)]
            for (channel, level) in [color.red, color.green, color.blue].enumerated() {
                let difference = Double(level) - Double(image.pixels[3 * position + channel])
                sum += difference * difference
            }
        }
        return 10 * log10(255 * 255 / (sum / Double(image.pixels.count)))
    }
}
