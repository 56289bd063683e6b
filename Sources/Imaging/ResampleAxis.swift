/// Which source pixels make each output pixel along one axis, and by what weights.
///
/// All output pixels take equally many source pixels, some by a weight of 0: a loop over them then
/// has no branch that a processor could guess wrong.
struct ResampleAxis {
    /// Beyond this enlargement pixels stay sharp squares.
    private static let largestSmoothScale = 3.0

    /// How many source pixels each output pixel takes.
    let tapCount: Int
    /// Each output pixel's first source pixel.
    let firsts: [Int]
    /// `tapCount` weights for each output pixel, which add up to 1.
    let weights: [Float]
    /// All source pixels that are taken.
    let sources: Range<Int>

    /// Weights for `count` output pixels that evenly cover `origin..<origin + extent` of `length`
    /// source pixels; positions past an end take the edge pixel.
    init(origin: Double, extent: Double, length: Int, count: Int) {
        let step = extent / Double(count)
        let taps = (0..<count).map { index in
            let start = origin + Double(index) * step
            if step >= 1 { return Taps(meanFrom: start, to: start + step, length: length) }
            return step * Self.largestSmoothScale >= 1
                ? Taps(linearAt: start + step / 2, length: length)
                : Taps(nearest: start + step / 2, length: length)
        }
        let tapCount = taps.map(\.weights.count).max() ?? 1
        let firsts = taps.map { min($0.first, length - tapCount) }
        self.tapCount = tapCount
        self.firsts = firsts
        sources = (firsts.min() ?? 0)..<(firsts.max() ?? 0) + tapCount
        weights = zip(taps, firsts).flatMap { taps, first in
            taps.padded(before: taps.first - first, count: tapCount)
        }
    }

    /// Source pixels of an output pixel that have a weight, and the weights.
    func taps(of output: Int) -> [(source: Int, weight: Float)] {
        (0..<tapCount).compactMap { tap in
            let weight = weights[output * tapCount + tap]
            return weight == 0 ? nil : (firsts[output] + tap, weight)
        }
    }

    /// The source pixels of one output pixel, without any of weight 0 around them.
    private struct Taps {
        var first: Int
        var weights: [Float]

        /// The share of `start..<end` that each source pixel takes, so that the output pixel is the
        /// mean of what it covers.
        init(meanFrom start: Double, to end: Double, length: Int) {
            first = Self.clamp(start, length)
            weights = []
            let last = max(first, Self.clamp(end.nextDown, length))
            var given = 0.0
            for pixel in first...last {
                let reached = pixel == last ? 1 : (Double(pixel + 1) - start) / (end - start)
                let share = min(1, max(0, reached)) - given
                weights.append(Float(share))
                given += share
            }
        }

        /// The two pixels whose centres are around a position, by their nearness.
        init(linearAt center: Double, length: Int) {
            let position = min(max(0, center - 0.5), Double(length - 1))
            first = min(Int(position), length - 1)
            let second = Float(position - Double(first))
            weights = second == 0 ? [1] : [1 - second, second]
        }

        /// The pixel at a position.
        init(nearest position: Double, length: Int) {
            first = Self.clamp(position, length)
            weights = [1]
        }

        /// The weights among zeros.
        func padded(before: Int, count: Int) -> [Float] {
            [Float](repeating: 0, count: before) + weights
                + [Float](repeating: 0, count: count - before - weights.count)
        }

        private static func clamp(_ position: Double, _ length: Int) -> Int {
            Int(min(max(0, position), Double(length - 1)))
        }
    }
}
