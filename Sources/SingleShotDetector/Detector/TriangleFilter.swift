/// Weights of source pixels for the pixels of another size along one axis, falling linearly with the distance from
/// the centre: bilinear interpolation, widened when shrinking so that no source pixel is passed over (as Pillow's).
struct TriangleFilter {
    /// How many source pixels each output pixel takes, some by a weight of 0.
    let tapCount: Int
    /// Each output pixel's first source pixel.
    let firsts: [Int]
    /// `tapCount` weights for each output pixel, which add up to 1.
    let weights: [Float]

    /// Weights for `count` pixels that evenly cover `length` pixels; both at least 1.
    init(length: Int, count: Int) {
        let step = Double(length) / Double(count)
        let reach = max(step, 1)
        let tapCount = min(length, Int((2 * reach).rounded(.up)) + 1)
        var (firsts, weights): ([Int], [Float]) = ([], [])
        firsts.reserveCapacity(count)
        weights.reserveCapacity(count * tapCount)
        for index in 0..<count {
            let center = (Double(index) + 0.5) * step
            let first = min(max(Int((center - reach).rounded(.down)), 0), length - tapCount)
            let taps = (first..<first + tapCount).map { pixel in
                max(0, 1 - abs(Double(pixel) + 0.5 - center) / reach)
            }
            let sum = taps.reduce(0, +)
            firsts.append(first)
            weights += taps.map { Float($0 / sum) }
        }
        (self.tapCount, self.firsts, self.weights) = (tapCount, firsts, weights)
    }
}
