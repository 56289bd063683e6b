/// How often an image's colours occur, by their five high bits a channel.
struct ColorHistogram {
    /// Sums of red, green and blue and the number of pixels, at the index that
    /// ``bin(red:green:blue:)`` gives.
    private(set) var bins: [SIMD4<UInt32>]

    /// The most pixels of a bin that are counted, since sums have 32 bits.
    private static let mostPixels: UInt32 = 1 << 24

    /// Counts the pixels of an image.
    init(of image: RGBImage) {
        bins = Array(repeating: .zero, count: 1 << 15)
        var bins = bins.mutableSpan
        let pixels = image.pixels.span
        for start in stride(from: 0, to: pixels.count, by: 3) {
            let red = pixels[start]
            let green = pixels[start &+ 1]
            let blue = pixels[start &+ 2]
            let bin = Self.bin(red: red, green: green, blue: blue)
            guard bins[bin].w < Self.mostPixels else { continue }
            bins[bin] &+= SIMD4(UInt32(red), UInt32(green), UInt32(blue), 1)
        }
    }

    /// The bin of a colour: five bits of red, of green and of blue.
    @inline(__always)
    static func bin(red: UInt8, green: UInt8, blue: UInt8) -> Int {
        Int(red >> 3) << 10 | Int(green >> 3) << 5 | Int(blue >> 3)
    }
}
