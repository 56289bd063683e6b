internal import Testing

@testable internal import Imaging
import TestSupport

struct ResampleTests {
    private static func noise(width: Int, height: Int, seed: UInt64) -> RGBImage {
        var random = SeededGenerator(seed: seed)
        let pixels = (0..<width * height * 3).map { _ in UInt8.random(in: 0...255, using: &random) }
        return RGBImage(width: width, height: height, pixels: pixels)
    }

    /// The exact mean of what each output pixel covers, in floating point.
    private static func areaMean(
        _ image: RGBImage, crop: ImageCrop, width: Int, height: Int
    ) -> [Double] {
        func shares(_ origin: Double, _ step: Double, _ index: Int, _ length: Int) -> [Double] {
            let start = origin + Double(index) * step
            return (0..<length).map { pixel in
                max(0, min(Double(pixel + 1), start + step) - max(Double(pixel), start)) / step
            }
        }
        var result: [Double] = []
        for y in 0..<height {
            let rows = shares(crop.y, crop.height / Double(height), y, image.height)
            for x in 0..<width {
                let columns = shares(crop.x, crop.width / Double(width), x, image.width)
                for channel in 0..<3 {
                    var sum = 0.0
                    for (row, rowShare) in rows.enumerated() where rowShare > 0 {
                        for (column, columnShare) in columns.enumerated() where columnShare > 0 {
                            let level = image.pixels[3 * (row * image.width + column) + channel]
                            sum += Double(level) * rowShare * columnShare
                        }
                    }
                    result.append(sum)
                }
            }
        }
        return result
    }

    @Test(arguments: [
        (64, 48, 31, 17), (40, 30, 40, 30), (97, 5, 1, 1), (50, 80, 49, 7), (13, 11, 6, 10),
    ])
    func shrinkingIsTheAreaMean(width: Int, height: Int, newWidth: Int, newHeight: Int) {
        let image = Self.noise(width: width, height: height, seed: UInt64(width))
        let crops = [
            ImageCrop(x: 0, y: 0, width: Double(width), height: Double(height)),
            ImageCrop(
                x: 0.3 * Double(width - newWidth), y: 0.7 * Double(height - newHeight),
                width: Double(newWidth) + 0.3 * Double(width - newWidth),
                height: Double(newHeight) + 0.2 * Double(height - newHeight)),
        ]
        for crop in crops {
            let exact = Self.areaMean(image, crop: crop, width: newWidth, height: newHeight)
            let result = image.resampled(crop: crop, width: newWidth, height: newHeight)
            for (level, wanted) in zip(result.pixels, exact) {
                #expect(abs(Double(level) - wanted) <= 0.52)
            }
        }
    }

    @Test func theSameSizeIsTheSameImage() {
        let image = Self.noise(width: 33, height: 21, seed: 4)
        #expect(image.resampled(width: 33, height: 21) == image)
    }

    @Test func enlargingALotKeepsPixelsSquare() {
        let image = Self.noise(width: 5, height: 4, seed: 5)
        let result = image.resampled(width: 40, height: 32)
        for y in 0..<32 {
            for x in 0..<40 {
                for channel in 0..<3 {
                    let level = result.pixels[3 * (y * 40 + x) + channel]
                    #expect(level == image.pixels[3 * (y / 8 * 5 + x / 8) + channel])
                }
            }
        }
    }

    @Test func enlargingTwiceIsBilinearAboutPixelCentres() {
        let image = RGBImage(width: 2, height: 1, pixels: [0, 100, 200, 100, 100, 0])
        let result = image.resampled(width: 4, height: 1)
        #expect(result.pixels == [0, 100, 200, 25, 100, 150, 75, 100, 50, 100, 100, 0])
    }

    @Test func aCropPastTheEdgeGoesOnWithTheEdgePixels() {
        let image = RGBImage(width: 2, height: 1, pixels: [10, 10, 10, 90, 90, 90])
        let crop = ImageCrop(x: -2, y: -1, width: 6, height: 3)
        let result = image.resampled(crop: crop, width: 6, height: 3)
        let row: [UInt8] = [10, 10, 10, 10, 10, 10, 10, 10, 10, 90, 90, 90, 90, 90, 90, 90, 90, 90]
        #expect(result.pixels == row + row + row)
    }

    @Test func transformsMovePixelsAsDescribed() {
        let image = Self.noise(width: 5, height: 3, seed: 6)
        for bits in 0..<8 {
            let swap = bits & 4 != 0
            let mirrorX = bits & 2 != 0
            let mirrorY = bits & 1 != 0
            let result = image.transformed(swapAxes: swap, mirrorX: mirrorX, mirrorY: mirrorY)
            for y in 0..<3 {
                for x in 0..<5 {
                    var (column, row) = swap ? (y, x) : (x, y)
                    if mirrorX { column = result.width - 1 - column }
                    if mirrorY { row = result.height - 1 - row }
                    let target = 3 * (row * result.width + column)
                    let source = 3 * (y * 5 + x)
                    #expect(
                        result.pixels[target..<target + 3] == image.pixels[source..<source + 3])
                }
            }
        }
    }
}
