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
        var result: [UInt8] = []
        result.reserveCapacity(newWidth * newHeight * 3)
        var sums = [UInt32](repeating: 0, count: width * 3)
        for row in 0..<newHeight {
            accumulate(row, of: rows, into: &sums)
            Self.append(sums, by: columns, to: &result)
        }
        return RGBImage(width: newWidth, height: newHeight, pixels: result)
    }

    /// The whole image at another size.
    package func resampled(width newWidth: Int, height newHeight: Int) -> RGBImage {
        resampled(
            crop: ImageCrop(x: 0, y: 0, width: Double(width), height: Double(height)),
            width: newWidth, height: newHeight)
    }

    /// Weighted sums of the source rows of an output row, in 1/256 of a level.
    private func accumulate(_ row: Int, of axis: ResampleAxis, into sums: inout [UInt32]) {
        let stride = width * 3
        for position in 0..<stride { sums[position] = 0 }
        for tap in axis.starts[row]..<axis.starts[row + 1] {
            let start = (axis.firsts[row] + tap - axis.starts[row]) * stride
            let weight = axis.weights[tap]
            for position in 0..<stride {
                sums[position] &+= UInt32(pixels[start + position]) &* weight
            }
        }
        for position in 0..<stride { sums[position] = (sums[position] &+ 128) >> 8 }
    }

    private static func append(
        _ sums: [UInt32], by axis: ResampleAxis, to result: inout [UInt8]
    ) {
        for column in axis.firsts.indices {
            let first = axis.firsts[column] * 3
            for channel in 0..<3 {
                var sum: UInt32 = 1 << 23
                for tap in axis.starts[column]..<axis.starts[column + 1] {
                    let source = first + 3 * (tap - axis.starts[column]) + channel
                    sum &+= sums[source] &* axis.weights[tap]
                }
                result.append(UInt8(truncatingIfNeeded: sum >> 24))
            }
        }
    }
}
