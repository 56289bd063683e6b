/// A 3×3 convolution by Winograd's algorithm F(4×4, 3×3) (Lavin and Gray, "Fast Algorithms for Convolutional Neural
/// Networks", 2015): 36 products of small matrices for every 4×4 outputs, a quarter of the multiplications.
///
/// Tiles are taken in strips, so that what lies between the steps stays in the cache. Maps are in blocks of 8
/// channels; what lies between is, too: 36 groups of channels, a tile for a pixel.
struct WinogradConvolution {
    /// Of the source; a multiple of 8.
    let channels: Int
    /// Filters, and so many more without effect that it is a multiple of 8.
    let filters: Int
    let input: Extent
    let output: Extent
    let padding: Extent
    let batch: Int
    /// Distance of a tile's pixels: a dilated convolution is one on every n-th pixel, from each of n starts.
    let dilation: Extent
    /// Where tiles begin in the output; their pixels lie `dilation` apart.
    let columnOrigins: [Int]
    let rowOrigins: [Int]
    /// Rows of tiles of a strip, and how many strips a map has.
    let stripRows: Int
    let strips: Int
    let rectifies: Bool
    /// The result is added to what the destination holds.
    let adds: Bool
    /// For every filter, zero for those without effect.
    let bias: [Float]

    /// Of a tile's 6×6 numbers, one each.
    static let products = 36
    /// Bytes of tiles before and after the products that a strip may take.
    private static let stripBytes = 8 << 20

    /// The algorithm for a convolution from and to maps (N, C, H, W); nil where it does not suit.
    init?(_ fused: FusedConvolution, from: [Int], to: [Int]) {
        guard fused.convolution.suitsTiles, from.count == 4, to.count == 4,
            from[1].isMultiple(of: 8), from[1] >= 16
        else { return nil }
        (batch, channels, filters) = (from[0], from[1], (to[1] + 7) / 8 * 8)
        (input, output) = (Extent(from[2], from[3]), Extent(to[2], to[3]))
        padding = fused.convolution.padding
        dilation = fused.convolution.dilation
        columnOrigins = Self.origins(to[3], dilation.horizontal)
        rowOrigins = Self.origins(to[2], dilation.vertical)
        let rowBytes = 36 * (channels + filters) * columnOrigins.count * 4
        let most = min(rowOrigins.count, max(1, Self.stripBytes / rowBytes))
        strips = (rowOrigins.count + most - 1) / most
        stripRows = (rowOrigins.count + strips - 1) / strips
        (rectifies, adds) = (fused.rectifies, fused.addsResidual)
        bias =
            (fused.bias ?? [Float](repeating: 0, count: to[1]))
            + [Float](repeating: 0, count: filters - to[1])
    }

    private static func origins(_ length: Int, _ step: Int) -> [Int] {
        (0..<min(step, length)).flatMap { Array(stride(from: $0, to: length, by: 4 * step)) }
    }

    /// Tiles of a row.
    var columns: Int { columnOrigins.count }

    /// Tiles of a strip.
    var tiles: Int { columns * stripRows }

    /// The weights of the 36 products, (36, filters / 16, channels, 16) with zeros for filters that fill up the last
    /// panel, from those of the convolution.
    func transformed(_ weights: Tensor) -> [Float] {
        let rows: [[Double]] = [
            [1 / 4, 0, 0], [-1 / 6, -1 / 6, -1 / 6], [-1 / 6, 1 / 6, -1 / 6],
            [1 / 24, 1 / 12, 1 / 6], [1 / 24, -1 / 12, 1 / 6], [0, 0, 1],
        ]
        let panels = (filters + 15) / 16
        var result = [Float](repeating: 0, count: Self.products * panels * channels * 16)
        // Every product's weight is a fixed mixture of the window's nine.
        let mixtures = rows.flatMap { row in
            rows.map { column in row.flatMap { one in column.map { Float(one * $0) } } }
        }
        result.withUnsafeMutableBufferPointer { result in
            weights.elements.withUnsafeBufferPointer { weights in
                for (product, mixture) in mixtures.enumerated() {
                    for pair in 0..<weights.count / 9 {
                        let (filter, channel) = (pair / channels, pair % channels)
                        let panel = (product * panels + filter / 16) * channels + channel
                        var sum: Float = 0
                        for tap in 0..<9 { sum += mixture[tap] * weights[pair * 9 + tap] }
                        result[panel * 16 + filter % 16] = sum
                    }
                }
            }
        }
        return result
    }
}
