/// The palette index of each colour of a histogram's image, looked up by five bits a channel.
struct PaletteMap {
    private let colors: [RGBColor]
    private let firstIndex: Int
    /// Indices into ``colors`` for each bin of the histogram; bins without pixels are never looked up.
    private var nearest: [UInt8]

    /// Finds the nearest colour of each bin's mean.
    ///
    /// - Parameters:
    ///   - histogram: the image's colours.
    ///   - colors: at most 256.
    ///   - firstIndex: what is added to an index into `colors`.
    init(_ histogram: ColorHistogram, colors: [RGBColor], firstIndex: Int) {
        self.colors = colors
        self.firstIndex = firstIndex
        nearest = Array(repeating: 0, count: histogram.bins.count)
        for (bin, sum) in histogram.bins.enumerated() {
            // A subsampled histogram may have missed a colour; its bin's centre stands in.
            let mean = sum.w > 0 ? SIMD4<Int32>(truncatingIfNeeded: sum / sum.w) : Self.center(bin)
            guard sum.w > 0 else { continue }
            nearest[bin] = nearestColor(to: mean)
        }
    }

    private static func center(_ bin: Int) -> SIMD4<Int32> {
        SIMD4(Int32(bin >> 10) * 8 + 4, Int32(bin >> 5 & 31) * 8 + 4, Int32(bin & 31) * 8 + 4, 0)
    }

    private func nearestColor(to color: SIMD4<Int32>) -> UInt8 {
        var best = Int32.max
        var position = 0
        for (index, candidate) in colors.enumerated() {
            let error = Self.error(color, candidate)
            if error < best {
                best = error
                position = index
            }
        }
        return UInt8(truncatingIfNeeded: position)
    }

    private static func error(_ color: SIMD4<Int32>, _ other: RGBColor) -> Int32 {
        let red = color.x - Int32(other.red)
        let green = color.y - Int32(other.green)
        let blue = color.z - Int32(other.blue)
        return red * red + green * green + blue * blue
    }

    /// The palette index of each pixel of the image.
    func indices(of image: RGBImage, stickiness: Int) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(image.pixels.count / 3)
        let pixels = image.pixels
        var last = -1
        for start in stride(from: 0, to: pixels.count, by: 3) {
            let bin =
                Int(pixels[start] >> 3) << 10 | Int(pixels[start + 1] >> 3) << 5
                | Int(pixels[start + 2] >> 3)
            var index = Int(nearest[bin])
            if stickiness > 0 {
                if start % (image.width * 3) == 0 { last = -1 }
                if last >= 0, last != index {
                    let color = SIMD4<Int32>(
                        Int32(pixels[start]), Int32(pixels[start + 1]), Int32(pixels[start + 2]), 0)
                    let stay = Int(Self.error(color, colors[last]))
                    if stay <= Int(Self.error(color, colors[index])) + stickiness { index = last }
                }
                last = index
            }
            result.append(UInt8(truncatingIfNeeded: index + firstIndex))
        }
        return result
    }
}
