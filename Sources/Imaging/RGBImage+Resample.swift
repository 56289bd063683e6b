extension RGBImage {
    /// A part of the image at another size.
    ///
    /// Output pixel `i` of an axis covers `crop.x + i * crop.width / width` to the same of `i + 1`.
    /// Shrinking takes the mean of what a pixel covers; enlarging is bilinear up to three times and
    /// sharp squares beyond.
    ///
    /// - Precondition: the image, the crop and the new size are not empty, and the crop is finite.
    package func resampled(crop: ImageCrop, width newWidth: Int, height newHeight: Int) -> RGBImage
    {
        precondition(width > 0 && height > 0 && newWidth > 0 && newHeight > 0)
        precondition(crop.width > 0 && crop.height > 0)
        precondition((crop.x + crop.width).isFinite && (crop.y + crop.height).isFinite)
        let columns = ResampleAxis(
            origin: crop.x, extent: crop.width, length: width, count: newWidth)
        let rows = ResampleAxis(
            origin: crop.y, extent: crop.height, length: height, count: newHeight)
        var result = RGBImage(
            width: newWidth, height: newHeight,
            pixels: [UInt8](repeating: 0, count: newWidth * newHeight * 3))
        var sums = [UInt32](repeating: 0, count: width * 3)
        for row in 0..<newHeight {
            add(row, of: rows, sources: columns.sources, to: &sums)
            result.write(sums, by: columns, row: row)
        }
        return result
    }

    /// The whole image at another size.
    package func resampled(width newWidth: Int, height newHeight: Int) -> RGBImage {
        resampled(
            crop: ImageCrop(x: 0, y: 0, width: Double(width), height: Double(height)),
            width: newWidth, height: newHeight)
    }

    /// Sums the source rows of an output row by their weights, in units of 1/256 of a level, for the
    /// columns in `sources`.
    private func add(
        _ row: Int, of axis: ResampleAxis, sources: Range<Int>, to sums: inout [UInt32]
    ) {
        var sums = sums.mutableSpan
        let samples = 3 * sources.lowerBound..<3 * sources.upperBound
        let taps = axis.starts[row]..<axis.starts[row + 1]
        for tap in taps {
            let source = 3 * width * (axis.firsts[row] + tap - taps.lowerBound)
            let levels = pixels.span.extracting(
                source + samples.lowerBound..<source + samples.upperBound)
            let weight = axis.weights[tap]
            Self.add(
                levels, weight: weight, isFirst: tap == taps.lowerBound,
                isLast: tap == taps.upperBound - 1, to: &sums, from: samples.lowerBound)
        }
    }

    @inline(__always)
    private static func add(
        _ levels: Span<UInt8>, weight: UInt32, isFirst: Bool, isLast: Bool,
        to sums: inout MutableSpan<UInt32>, from start: Int
    ) {
        for index in levels.indices {
            let before = isFirst ? 0 : sums[start &+ index]
            let sum = before &+ UInt32(levels[index]) &* weight
            sums[start &+ index] = isLast ? (sum &+ 128) >> 8 : sum
        }
    }

    /// Writes an output row from sums of its source rows.
    private mutating func write(_ sums: [UInt32], by axis: ResampleAxis, row: Int) {
        let sums = sums.span
        let weights = axis.weights.span
        let firsts = axis.firsts.span
        let starts = axis.starts.span
        var target = row * width * 3
        var pixels = pixels.mutableSpan
        for column in firsts.indices {
            var source = firsts[column] * 3
            // Half a level, so that the shift rounds; the sum of all weights keeps it below 2^32.
            var color = SIMD4<UInt32>(repeating: 1 << 23)
            for tap in starts[column]..<starts[column + 1] {
                let levels = SIMD4<UInt32>(sums[source], sums[source &+ 1], sums[source &+ 2], 0)
                color &+= levels &* weights[tap]
                source &+= 3
            }
            pixels[target] = UInt8(truncatingIfNeeded: color.x >> 24)
            pixels[target &+ 1] = UInt8(truncatingIfNeeded: color.y >> 24)
            pixels[target &+ 2] = UInt8(truncatingIfNeeded: color.z >> 24)
            target &+= 3
        }
    }
}
