/// The palette index of each colour of a histogram's image, looked up by five bits a channel.
struct PaletteMap {
    private let colors: [RGBColor]
    private let firstIndex: Int
    /// Positions in ``colors`` for each bin of the histogram.
    private var nearest: [UInt8]

    /// Finds the nearest colour of each bin's mean.
    ///
    /// - Parameters:
    ///   - histogram: the image's colours.
    ///   - colors: none only for an image of no pixels.
    ///   - firstIndex: what is added to a position in `colors`; no sum is above 255.
    init(_ histogram: ColorHistogram, colors: [RGBColor], firstIndex: Int) {
        precondition(colors.count <= 256 - firstIndex)
        self.colors = colors
        self.firstIndex = firstIndex
        let search = NearestColor(colors)
        nearest = Array(repeating: 0, count: histogram.bins.count)
        for (bin, sum) in histogram.bins.enumerated() where sum.w > 0 {
            nearest[bin] = search.position(of: SIMD4<Int32>(truncatingIfNeeded: sum / sum.w))
        }
    }

    /// The palette index of each pixel of the image; see ``ColorQuantizer`` for `stickiness`.
    func indices(of image: RGBImage, stickiness: Int) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: image.width * image.height)
        var indices = result.mutableSpan
        let pixels = image.pixels.span
        let nearest = nearest.span
        let offset = UInt8(truncatingIfNeeded: firstIndex)
        var start = 0
        for position in indices.indices {
            let bin = ColorHistogram.bin(
                red: pixels[start], green: pixels[start &+ 1], blue: pixels[start &+ 2])
            indices[position] = nearest[bin] &+ offset
            start &+= 3
        }
        if stickiness > 0 { stick(&indices, to: image, stickiness: stickiness) }
        return result
    }

    /// Lets each pixel keep its left neighbour's index where that costs little.
    private func stick(
        _ indices: inout MutableSpan<UInt8>, to image: RGBImage, stickiness: Int
    ) {
        for position in indices.indices where position % image.width != 0 {
            let left = Int(indices[position - 1]) - firstIndex
            let own = Int(indices[position]) - firstIndex
            guard left != own else { continue }
            let color = SIMD4<Int32>(
                Int32(image.pixels[3 * position]), Int32(image.pixels[3 * position + 1]),
                Int32(image.pixels[3 * position + 2]), 0)
            let cost = error(color, colors[left]) - error(color, colors[own])
            if cost <= stickiness { indices[position] = indices[position - 1] }
        }
    }

    private func error(_ color: SIMD4<Int32>, _ other: RGBColor) -> Int {
        let red = Int(color.x) - Int(other.red)
        let green = Int(color.y) - Int(other.green)
        let blue = Int(color.z) - Int(other.blue)
        return red * red + green * green + blue * blue
    }
}
