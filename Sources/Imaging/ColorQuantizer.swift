/// Reduces a photo to a palette by variance cut, without dithering: dither noise doubles the bytes
/// of a sixel and loses contrast.
package enum ColorQuantizer {
    /// The image in a palette of its own.
    ///
    /// The palette begins with `reserved`, which no pixel of the photo uses, and goes on with at most
    /// `colors` of the photo's, the most frequent first. Those are levels that a sixel terminal,
    /// whose channels go from 0 to 100, shows exactly. Equal images give equal canvases.
    ///
    /// - Parameters:
    ///   - image: the photo.
    ///   - colors: the most photo colours, at least 1; less when the palette would pass 256.
    ///   - reserved: at most 255 colours for what is drawn over the photo.
    ///   - stickiness: keeps the left neighbour's colour while its squared error is at most this much
    ///     more than the nearest colour's: longer runs, fewer bytes, a little less fidelity.
    /// - Returns: a canvas of the image's size.
    package static func quantize(
        _ image: RGBImage, colors: Int, reserved: [RGBColor] = [], stickiness: Int = 0
    ) -> IndexedCanvas {
        let reserved = Array(reserved.prefix(255))
        let count = min(max(1, colors), 256 - reserved.count)
        let histogram = ColorHistogram(of: image)
        let photoColors = palette(of: histogram, count: count)
        let map = PaletteMap(histogram, colors: photoColors, firstIndex: reserved.count)
        return IndexedCanvas(
            width: image.width, height: image.height, palette: reserved + photoColors,
            indices: map.indices(of: image, stickiness: stickiness))
    }

    /// The image in a palette that is given.
    ///
    /// - Parameters:
    ///   - image: the photo.
    ///   - palette: at most 256 colours.
    ///   - first: the first of the palette's colours that the photo may take; those before it are
    ///     reserved.
    ///   - stickiness: as in ``quantize(_:colors:reserved:stickiness:)``.
    /// - Returns: a canvas of the image's size.
    package static func quantize(
        _ image: RGBImage, into palette: [RGBColor], from first: Int, stickiness: Int = 0
    ) -> IndexedCanvas {
        let map = PaletteMap(
            ColorHistogram(of: image), colors: Array(palette.dropFirst(first)), firstIndex: first)
        return IndexedCanvas(
            width: image.width, height: image.height, palette: palette,
            indices: map.indices(of: image, stickiness: stickiness))
    }

    /// The photo's colours, the most frequent first.
    private static func palette(of histogram: ColorHistogram, count: Int) -> [RGBColor] {
        let moments = ColorMoments(of: histogram)
        let boxSums = boxes(of: moments, count: count).map { moments.sum($0) }
        // One round gives photos 0.1 dB, and further ones a few hundredths.
        let sums = regrouped(histogram, around: boxSums)
        return sums.filter { $0.w > 0 }.sorted { $0.w > $1.w }.map { color(of: $0) }
    }

    /// The sums of the colours nearest to each mean (one round of Lloyd's algorithm).
    private static func regrouped(
        _ histogram: ColorHistogram, around sums: [SIMD4<Double>]
    ) -> [SIMD4<Double>] {
        let search = NearestColor(sums.filter { $0.w > 0 }.map { color(of: $0) })
        var regrouped = [SIMD4<Double>](repeating: .zero, count: sums.count)
        for sum in histogram.bins where sum.w > 0 {
            let position = search.position(of: SIMD4<Int32>(truncatingIfNeeded: sum / sum.w))
            regrouped[Int(position)] += SIMD4<Double>(sum)
        }
        return regrouped
    }

    private static func color(of sum: SIMD4<Double>) -> RGBColor {
        RGBColor(
            red: terminalLevel(sum.x / sum.w), green: terminalLevel(sum.y / sum.w),
            blue: terminalLevel(sum.z / sum.w))
    }

    /// Halves the box of the largest spread until there are enough.
    private static func boxes(of moments: ColorMoments, count: Int) -> [ColorBox] {
        var boxes = [ColorBox.all]
        var spreads = [moments.spread(.all)]
        while boxes.count < count {
            guard let widest = spreads.indices.max(by: { spreads[$0] < spreads[$1] }),
                spreads[widest] > 0
            else { break }
            guard let (low, high) = boxes[widest].halves(moments) else {
                spreads[widest] = 0
                continue
            }
            boxes[widest] = low
            spreads[widest] = moments.spread(low)
            boxes.append(high)
            spreads.append(moments.spread(high))
        }
        return boxes
    }

    /// The nearest level that is a whole percentage of 255, rounded as terminals round it.
    private static func terminalLevel(_ value: Double) -> UInt8 {
        let percent = (min(255, max(0, value)) * 100 / 255).rounded()
        return UInt8((percent * 255 / 100).rounded())
    }
}
