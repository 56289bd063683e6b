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
        // One more, so that the last pixel too can be read as four numbers.
        var means = [Float](repeating: 0, count: columns.sources.count * 3 + 1)
        for row in 0..<newHeight {
            mix(rows.taps(of: row), sources: columns.sources, into: &means)
            result.write(means, by: columns, row: row)
        }
        return result
    }

    /// The whole image at another size.
    package func resampled(width newWidth: Int, height newHeight: Int) -> RGBImage {
        resampled(
            crop: ImageCrop(x: 0, y: 0, width: Double(width), height: Double(height)),
            width: newWidth, height: newHeight)
    }

    /// Takes the weighted mean of source rows, for the columns in `sources`.
    private func mix(
        _ taps: [(source: Int, weight: Float)], sources: Range<Int>, into means: inout [Float]
    ) {
        var means = means.mutableSpan
        for (index, tap) in taps.enumerated() {
            let start = 3 * (width * tap.source + sources.lowerBound)
            let levels = pixels.span.extracting(start..<start + 3 * sources.count)
            precondition(levels.count < means.count)
            // Two loops without a condition inside, which become vector instructions.
            if index == 0 {
                for sample in levels.indices {
                    unsafe means[unchecked: sample] = Float(levels[unchecked: sample]) * tap.weight
                }
            } else {
                for sample in levels.indices {
                    unsafe means[unchecked: sample] +=
                        Float(levels[unchecked: sample]) * tap.weight
                }
            }
        }
    }

    /// Writes an output row from the means of its source rows.
    private mutating func write(_ means: [Float], by axis: ResampleAxis, row: Int) {
        let first = axis.sources.lowerBound
        let tapCount = axis.tapCount
        precondition(means.count > 3 * axis.sources.count && axis.firsts.count == width)
        let means = unsafe means.span.bytes
        let weights = axis.weights.span
        let firsts = axis.firsts.span
        let pixelSize = 3 * MemoryLayout<Float>.size
        var target = 3 * row * width
        var position = 0
        var pixels = pixels.mutableSpan
        for column in firsts.indices {
            var offset = (firsts[column] &- first) &* pixelSize
            var color = SIMD4<Float>.zero
            for _ in 0..<tapCount {
                // A fourth number is read and never used; the means have one to spare.
                let mean = unsafe means.unsafeLoadUnaligned(
                    fromUncheckedByteOffset: offset, as: SIMD4<Float>.self)
                color += mean * weights[position]
                offset &+= pixelSize
                position &+= 1
            }
            pixels.write(color, at: target)
            target &+= 3
        }
    }
}

extension MutableSpan<UInt8> {
    /// Rounds three levels of 0 to 255.
    @inline(__always)
    fileprivate mutating func write(_ color: SIMD4<Float>, at position: Int) {
        // Near 2^23 a float's last bits count units, so that adding it rounds to a whole number.
        let rounded = unsafe unsafeBitCast(
            color + SIMD4(repeating: 0x1p23), to: SIMD4<UInt32>.self)
        self[position] = UInt8(truncatingIfNeeded: rounded.x)
        self[position + 1] = UInt8(truncatingIfNeeded: rounded.y)
        self[position + 2] = UInt8(truncatingIfNeeded: rounded.z)
    }
}
