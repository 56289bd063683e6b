/// By channel the sum of the gradient of a convolution's source, without that gradient itself.
///
/// A tap of the window reads the image at all of its output's places but those where it lies in the padding; the sum
/// is therefore that of weight times gradient there. For an image's few channels oneDNN has nothing fast, and batch
/// normalization whose source and gamma do not learn asks for no more.
struct ChannelSumStep: TrainingStep {
    private typealias Vector = PixelVectors.Vector

    /// In row-major order.
    private let weights: OneDNNMemory
    /// Of the convolution's output.
    private let gradient: OneDNNMemory
    private let sums: OneDNNMemory
    private let pixels: PixelVectors
    private let width: Int
    /// By row and by column of the window: the output's places where it lies inside the image.
    private let rows: [Range<Int>]
    private let columns: [Range<Int>]

    init(
        weights: OneDNNMemory, gradient: OneDNNMemory, sums: OneDNNMemory, input: [Int],
        geometry: WindowGeometry
    ) {
        (self.weights, self.gradient, self.sums) = (weights, gradient, sums)
        pixels = PixelVectors(gradient.descriptor)
        let output = gradient.descriptor.extents
        width = output[3]
        rows = Self.places(geometry, axis: 0, input: input[2], output: output[2])
        columns = Self.places(geometry, axis: 1, input: input[3], output: output[3])
    }

    private static func places(
        _ geometry: WindowGeometry, axis: Int, input: Int, output: Int
    ) -> [Range<Int>] {
        let (stride, padding) = (
            Int(geometry.strides[axis]), Int(geometry.paddingBefore[axis])
        )
        return (0..<Int(geometry.kernel[axis])).map { tap in
            let shift = padding - tap * Int(geometry.dilation[axis] + 1)
            let first = min(max((shift + stride - 1) / stride, 0), output)
            let last = input - 1 + shift
            let end = last < 0 ? 0 : min(last / stride + 1, output)
            return first..<max(first, end)
        }
    }

    func run() {
        let totals = tapTotals()
        let extents = weights.descriptor.extents
        let taps = rows.count * columns.count
        let values = weights.address.assumingMemoryBound(to: Float.self)
        for channel in 0..<extents[1] {
            var sum = 0.0
            for filter in 0..<extents[0] {
                let own = values + (filter * extents[1] + channel) * taps
                let (vector, lane) = filter.quotientAndRemainder(dividingBy: Vector.scalarCount)
                for tap in 0..<taps {
                    sum += Double(own[tap]) * Double(totals[vector * taps + tap][lane])
                }
            }
            sums.buffer.floats[channel] = Float(sum)
        }
    }

    /// By vector of filters and tap: the sum of the gradient where the tap lies inside the image.
    private func tapTotals() -> [Vector] {
        let taps = rows.count * columns.count
        var totals = [Vector](
            repeating: .zero, count: pixels.blockCount * pixels.vectorsInBlock * taps)
        let slopes = PixelVectors.vectors(gradient)
        var inRow = [Vector](repeating: .zero, count: columns.count)
        for block in 0..<pixels.imageCount * pixels.blockCount {
            for vector in 0..<pixels.vectorsInBlock {
                let first = slopes + block * pixels.pixelCount * pixels.vectorsInBlock + vector
                let filters = block % pixels.blockCount * pixels.vectorsInBlock + vector
                for y in 0..<pixels.pixelCount / width {
                    addUp(first + y * width * pixels.vectorsInBlock, into: &inRow)
                    for row in rows.indices where rows[row].contains(y) {
                        for column in columns.indices {
                            totals[filters * taps + row * columns.count + column] += inRow[column]
                        }
                    }
                }
            }
        }
        return totals
    }

    /// The sums of one row over the places of every column of the window.
    private func addUp(_ row: UnsafePointer<Vector>, into sums: inout [Vector]) {
        var all = Vector.zero
        for x in 0..<width { all += row[x * pixels.vectorsInBlock] }
        for column in columns.indices {
            var sum = all
            for x in 0..<columns[column].lowerBound { sum -= row[x * pixels.vectorsInBlock] }
            for x in columns[column].upperBound..<width { sum -= row[x * pixels.vectorsInBlock] }
            sums[column] = sum
        }
    }
}
