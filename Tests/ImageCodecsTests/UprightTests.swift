internal import Annotations
internal import Testing

@testable internal import ImageCodecs
@testable internal import Imaging

struct UprightTests {
    /// Boxes are stored in the coordinates of ``ImageOrientation``, so that pixels must follow them.
    @Test(arguments: ImageOrientation.allCases)
    func pixelsGoWhereTheOrientationSays(orientation: ImageOrientation) {
        let stored = RGBImage.drawn(width: 7, height: 4)
        let size = PixelSize(width: 7, height: 4)
        let upright = stored.upright(orientation)
        let viewSize = orientation.viewSize(ofStored: size)
        #expect(upright.width == viewSize.width)
        #expect(upright.height == viewSize.height)
        for y in 0..<4 {
            for x in 0..<7 {
                let center = orientation.view(x: Double(x) + 0.5, y: Double(y) + 0.5, stored: size)
                let target = 3 * (Int(center.y) * upright.width + Int(center.x))
                let source = 3 * (y * 7 + x)
                #expect(
                    upright.pixels[target..<target + 3] == stored.pixels[source..<source + 3])
            }
        }
    }

    @Test func inksBecomeLight() {
        // None, all cyan, half of each, all black.
        let inks: [UInt8] = [0, 0, 0, 0, 255, 0, 0, 0, 128, 128, 128, 0, 10, 20, 30, 255]
        let light: [UInt8] = [255, 255, 255, 0, 255, 255, 127, 127, 127, 0, 0, 0]
        #expect(ProcessColor.rgb(inks, isInverted: false) == light)
        #expect(ProcessColor.rgb(inks.map { 255 - $0 }, isInverted: true) == light)
    }
}
