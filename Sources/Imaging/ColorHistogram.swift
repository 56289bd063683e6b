/// How often an image's colours occur, by their five high bits a channel.
struct ColorHistogram {
    /// Sums of red, green and blue and the number of pixels, at index `r5 << 10 | g5 << 5 | b5`.
    private(set) var bins: [SIMD4<UInt32>]
    /// The most pixels that sums of 32 bits can hold; of a larger image only some are counted.
    private static let mostPixels = 1 << 24

    /// Counts the pixels of an image.
    init(of image: RGBImage) {
        bins = Array(repeating: .zero, count: 1 << 15)
        let pixelCount = image.pixels.count / 3
        let step = 3 * (1 + pixelCount / Self.mostPixels)
        for start in stride(from: 0, to: pixelCount * 3, by: step) {
            let color = SIMD4<UInt32>(
                UInt32(image.pixels[start]), UInt32(image.pixels[start + 1]),
                UInt32(image.pixels[start + 2]), 1)
            bins[Self.bin(color)] &+= color
        }
    }

    private static func bin(_ color: SIMD4<UInt32>) -> Int {
        Int((color.x >> 3) << 10 | (color.y >> 3) << 5 | color.z >> 3)
    }
}
