@testable internal import Imaging
import TestSupport

extension RGBImage {
    /// A smooth image with a little noise, so that every coefficient of a JPEG is in use.
    static func drawn(width: Int, height: Int, seed: UInt64 = 1) -> RGBImage {
        var random = SeededGenerator(seed: seed)
        var image = RGBImage(
            width: width, height: height, filledWith: RGBColor(red: 0, green: 0, blue: 0))
        for y in 0..<height {
            for x in 0..<width {
                let start = 3 * (y * width + x)
                let noise = Int.random(in: 0...15, using: &random)
                image.pixels[start] = UInt8((x * 200 / width + noise) & 255)
                image.pixels[start + 1] = UInt8((y * 200 / height + noise) & 255)
                image.pixels[start + 2] = UInt8((x + y) / 2 & 127 + noise)
            }
        }
        return image
    }

    /// The largest difference of any sample.
    func worstDifference(from other: RGBImage) -> Int {
        zip(pixels, other.pixels).reduce(0) { max($0, abs(Int($1.0) - Int($1.1))) }
    }
}
