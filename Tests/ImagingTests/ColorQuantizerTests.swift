internal import Glibc
internal import Testing

@testable internal import Imaging

struct ColorQuantizerTests {
    private static let reserved = (0..<24).map {
        RGBColor(red: UInt8($0 * 10), green: 255, blue: UInt8($0))
    }

    /// Two gradients across and down, and a third along the diagonal.
    private static func gradient(width: Int, height: Int) -> RGBImage {
        var image = RGBImage(
            width: width, height: height, filledWith: RGBColor(red: 0, green: 0, blue: 0))
        for y in 0..<height {
            for x in 0..<width {
                let start = 3 * (y * width + x)
                image.pixels[start] = UInt8(x * 160 / width)
                image.pixels[start + 1] = UInt8(y * 160 / height)
                image.pixels[start + 2] = UInt8((x + y) * 60 / (width + height))
            }
        }
        return image
    }

    @Test func gradientsKeepTheirColors() {
        let image = Self.gradient(width: 320, height: 180)
        let full = ColorQuantizer.quantize(image, colors: 256)
        #expect(full.palette.count == 256)
        #expect(Self.signalToNoise(of: full, to: image) >= 36)
        let few = ColorQuantizer.quantize(image, colors: 16)
        #expect(few.palette.count == 16)
        #expect(Self.signalToNoise(of: few, to: image) >= 24)
    }

    @Test func reservedColorsComeFirstAndStayUnused() {
        let image = Self.gradient(width: 100, height: 80)
        let canvas = ColorQuantizer.quantize(image, colors: 256, reserved: Self.reserved)
        #expect(canvas.palette.count == 256)
        #expect(Array(canvas.palette.prefix(24)) == Self.reserved)
        #expect(canvas.indices.allSatisfy { $0 >= 24 })
    }

    @Test func photoColorsAreWholePercentages() {
        let canvas = ColorQuantizer.quantize(Self.gradient(width: 90, height: 90), colors: 100)
        let levels = Set((0...100).map { UInt8(($0 * 255 + 50) / 100) })
        for color in canvas.palette {
            #expect(levels.isSuperset(of: [color.red, color.green, color.blue]))
        }
    }

    @Test func aFewColorsAreKeptAsNearAsATerminalShowsThem() {
        var image = RGBImage(width: 4, height: 1, filledWith: RGBColor(red: 0, green: 0, blue: 0))
        image.pixels = [255, 255, 255, 0, 0, 0, 200, 17, 90, 200, 17, 90]
        let canvas = ColorQuantizer.quantize(image, colors: 256)
        #expect(canvas.palette.count == 3)
        #expect(canvas.palette[Int(canvas.indices[0])] == RGBColor(red: 255, green: 255, blue: 255))
        #expect(canvas.palette[Int(canvas.indices[1])] == RGBColor(red: 0, green: 0, blue: 0))
        // The most frequent colour has the lowest index; 78.4, 6.7 and 35.3 percent round so.
        #expect(canvas.indices[2] == 0 && canvas.indices[3] == 0)
        #expect(canvas.palette[0] == RGBColor(red: 199, green: 18, blue: 89))
    }

    @Test func stickinessLengthensRuns() {
        let image = Self.gradient(width: 320, height: 180)
        let plain = ColorQuantizer.quantize(image, colors: 64)
        let sticky = ColorQuantizer.quantize(image, colors: 64, stickiness: 150)
        #expect(Self.changes(sticky) < Self.changes(plain))
        #expect(Self.signalToNoise(of: sticky, to: image) >= 28)
        #expect(ColorQuantizer.quantize(image, colors: 64) == plain)
    }

    private static func changes(_ canvas: IndexedCanvas) -> Int {
        zip(canvas.indices, canvas.indices.dropFirst()).count { $0 != $1 }
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
