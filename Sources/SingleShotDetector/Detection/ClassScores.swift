internal import Foundation

/// The best class of every anchor and its probability, from logits (classes + 1, anchors).
///
/// Eight anchors at a time: side by side in memory, they are side by side in a vector.
struct ClassScores {
    /// The best foreground class from 1, or 0 where none reaches the threshold.
    private(set) var classes: [Int32]
    private(set) var scores: [Float]

    /// Scores of anchors by the softmax over their logits.
    init(logits: UnsafeBufferPointer<Float>, anchors: Int, threshold: Float) {
        classes = [Int32](repeating: 0, count: anchors)
        scores = [Float](repeating: -1, count: anchors)
        let rows = anchors > 0 ? logits.count / anchors : 0
        guard rows > 1, logits.count == rows * anchors else { return }
        // A score is at most exp(best - largest): most anchors of most photos need nothing more.
        let floor = threshold > 0 ? logf(threshold) - 1e-4 : -Float.infinity
        let whole = anchors / 8 * 8
        for anchor in stride(from: 0, to: whole, by: 8) {
            score(
                rows: rows, floor: floor, threshold: threshold, anchor: anchor, lanes: 8
            ) { row, _ in
                UnsafeRawPointer(logits.baseAddress.unsafelyUnwrapped + row * anchors + anchor)
                    .loadUnaligned(as: SIMD8<Float>.self)
            }
        }
        guard whole < anchors else { return }
        score(
            rows: rows, floor: floor, threshold: threshold, anchor: whole, lanes: anchors - whole
        ) { row, lanes in
            var vector = SIMD8<Float>.zero
            for lane in 0..<lanes { vector[lane] = logits[row * anchors + whole + lane] }
            return vector
        }
    }

    @inline(__always)
    private mutating func score(
        rows: Int, floor: Float, threshold: Float, anchor: Int, lanes: Int,
        _ load: (Int, Int) -> SIMD8<Float>
    ) {
        let background = load(0, lanes)
        var best = load(1, lanes)
        for row in 2..<max(rows, 2) {
            let logit = load(row, lanes)
            best.replace(with: logit, where: logit .> best)
        }
        let largest = best.replacing(with: background, where: background .> best)
        guard any(best - largest .>= floor) else { return }
        var sum = Self.exponential(background - largest)
        for row in 1..<rows { sum += Self.exponential(load(row, lanes) - largest) }
        var (top, id) = (SIMD8<Float>(repeating: -1), SIMD8<Int32>.zero)
        for row in 1..<rows {
            let probability = Self.exponential(load(row, lanes) - largest) / sum
            let better = probability .> top
            top.replace(with: probability, where: better)
            id.replace(with: SIMD8(repeating: Int32(row)), where: better)
        }
        id.replace(with: SIMD8<Int32>.zero, where: .!(top .>= threshold))
        for lane in 0..<lanes {
            (scores[anchor + lane], classes[anchor + lane]) = (top[lane], id[lane])
        }
    }

    /// e to the power of each lane, to two units in the last place; lanes are at most 0.
    @inline(__always)
    private static func exponential(_ x: SIMD8<Float>) -> SIMD8<Float> {
        // Cephes' expf: 2^n · e^r with r within half of ln 2; adding 1.5 · 2^23 rounds to the whole n.
        let shift = SIMD8<Float>(repeating: 12_582_912)
        let x = x.replacing(with: -87, where: x .< -87)
        let shifted = x * 1.44269504 + shift
        let n = shifted - shift
        let r = x - n * 0.693359375 + n * 2.12194440e-4
        var y = r * 1.9875691500e-4 + 1.3981999507e-3
        y = y * r + 8.3334519073e-3
        y = y * r + 4.1665795894e-2
        y = y * r + 1.6666665459e-1
        y = y * r + 5.0000001201e-1
        y = y * r * r + r + 1
        let power = unsafeBitCast(shifted, to: SIMD8<Int32>.self) &<< 23
        return unsafeBitCast(
            unsafeBitCast(y, to: SIMD8<Int32>.self) &+ power, to: SIMD8<Float>.self)
    }
}
