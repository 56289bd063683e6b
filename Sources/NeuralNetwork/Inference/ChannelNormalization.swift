/// x / sqrt(sum of squares over channels + epsilon) times a factor for each channel (MXNet's `L2Normalization`
/// with mode `channel`), on maps whose channels lie in blocks of 8 or 16.
struct ChannelNormalization {
    let batch: Int
    /// Blocks of channels; the last may be padded with zeros.
    let blocks: Int
    let pixels: Int
    /// How many vectors of 8 channels a pixel has in a block.
    let vectors: Int
    let epsilon: Float
    /// A factor for each channel, padded to whole blocks.
    private let factors: [SIMD8<Float>]

    /// The normalization of maps of (N, C, H, W); nil unless the factors fit.
    init?(extents: [Int], blockWidth: Int, epsilon: Double, scale: [Float]?) {
        guard extents.count == 4, blockWidth > 0, blockWidth.isMultiple(of: 8),
            scale.map({ $0.count == extents[1] }) ?? true
        else { return nil }
        (batch, pixels, vectors) = (extents[0], extents[2] * extents[3], blockWidth / 8)
        blocks = (extents[1] + blockWidth - 1) / blockWidth
        self.epsilon = Float(epsilon)
        let scale = scale ?? [Float](repeating: 1, count: extents[1])
        factors = (0..<blocks * vectors).map { vector in
            var lanes = SIMD8<Float>.zero
            for lane in 0..<max(0, min(8, scale.count - vector * 8)) {
                lanes[lane] = scale[vector * 8 + lane]
            }
            return lanes
        }
    }

    /// Normalizes; both places hold whole padded maps.
    func run(from source: UnsafeRawPointer, to destination: UnsafeMutableRawPointer) {
        let count = blocks * pixels * vectors
        let from = source.assumingMemoryBound(to: SIMD8<Float>.self)
        let to = destination.assumingMemoryBound(to: SIMD8<Float>.self)
        // A block's pixels lie side by side, so sums are kept for all pixels and blocks walked in order.
        var sums = [SIMD8<Float>](repeating: .zero, count: pixels)
        for image in 0..<batch {
            sums.withUnsafeMutableBufferPointer { sums in
                measure(from + image * count, into: sums)
                scale(from + image * count, by: sums, into: to + image * count)
            }
        }
    }

    private func measure(
        _ source: UnsafePointer<SIMD8<Float>>, into sums: UnsafeMutableBufferPointer<SIMD8<Float>>
    ) {
        sums.update(repeating: .zero)
        for block in 0..<blocks {
            let row = source + block * pixels * vectors
            for pixel in 0..<pixels {
                for vector in pixel * vectors..<(pixel + 1) * vectors {
                    sums[pixel] += row[vector] * row[vector]
                }
            }
        }
        for pixel in 0..<pixels {
            sums[pixel] = SIMD8(repeating: 1 / (sums[pixel].sum() + epsilon).squareRoot())
        }
    }

    private func scale(
        _ source: UnsafePointer<SIMD8<Float>>, by norms: UnsafeMutableBufferPointer<SIMD8<Float>>,
        into destination: UnsafeMutablePointer<SIMD8<Float>>
    ) {
        for block in 0..<blocks {
            let start = block * pixels * vectors
            for pixel in 0..<pixels {
                for vector in 0..<vectors {
                    let index = start + pixel * vectors + vector
                    destination[index] =
                        source[index] * norms[pixel] * factors[block * vectors + vector]
                }
            }
        }
    }
}
