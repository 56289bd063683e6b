internal import Glibc

/// How a resized image takes its pixels, as OpenCV's `resize` names and computes it: without a filter
/// for shrinking, but for `area`.
package enum Interpolation: CaseIterable, Hashable, Sendable {
    case nearest
    case bilinear
    /// Keys's kernel with a = -0.75.
    case cubic
    /// The mean of what a pixel covers when both axes shrink.
    case area
    /// Eight pixels each way.
    case lanczos

    /// The source pixels, from `first`, of output pixel `index` and their weights, which add up to 1.
    ///
    /// Output pixel i covers `origin + i * step` to the same of i + 1 of the source. The sources may
    /// lie past its ends.
    func taps(
        of index: Int, origin: Double, step: Double, bothShrink: Bool
    ) -> (first: Int, weights: [Float]) {
        let start = origin + Double(index) * step
        switch self {
        case .nearest: return (Int(start.rounded(.down)), [1])
        case .bilinear:
            return Self.taps(at: start + step / 2 - 0.5, before: 0) { [1 - $0, $0] }
        case .cubic: return Self.taps(at: start + step / 2 - 0.5, before: 1, Self.cubic)
        case .lanczos: return Self.taps(at: start + step / 2 - 0.5, before: 3, Self.lanczos)
        case .area: return bothShrink ? Self.mean(start, step) : Self.areaEnlarged(start, step)
        }
    }

    private static func taps(
        at position: Double, before: Int, _ weights: (Double) -> [Double]
    ) -> (first: Int, weights: [Float]) {
        let floor = position.rounded(.down)
        return (Int(floor) - before, weights(position - floor).map(Float.init))
    }

    private static func cubic(_ x: Double) -> [Double] {
        let a = -0.75
        let first = ((a * (x + 1) - 5 * a) * (x + 1) + 8 * a) * (x + 1) - 4 * a
        let second = ((a + 2) * x - (a + 3)) * x * x + 1
        let third = ((a + 2) * (1 - x) - (a + 3)) * (1 - x) * (1 - x) + 1
        return [first, second, third, 1 - first - second - third]
    }

    private static func lanczos(_ x: Double) -> [Double] {
        let weights = (-3...4).map { offset in
            let distance = (x - Double(offset)) * Double.pi
            return abs(distance) < 1e-6
                ? 1
                : 4 * sin(distance) * sin(distance / 4)
                    / (distance * distance)
        }
        let sum = weights.reduce(0, +)
        return weights.map { $0 / sum }
    }

    private static func mean(_ start: Double, _ step: Double) -> (first: Int, weights: [Float]) {
        let first = Int(start.rounded(.down))
        let last = max(first, Int((start + step).nextDown.rounded(.down)))
        let shares = (first...last).map { pixel in
            (min(start + step, Double(pixel + 1)) - max(start, Double(pixel))) / step
        }
        return (first, shares.map(Float.init))
    }

    /// What OpenCV does for `INTER_AREA` where an axis grows: pixels stay squares with soft borders.
    private static func areaEnlarged(
        _ start: Double, _ step: Double
    ) -> (first: Int, weights: [Float]) {
        let first = start.rounded(.down)
        let over = (start + step - first - 1) / step
        let share = over <= 0 ? 0 : over - over.rounded(.down)
        return (Int(first), [Float(1 - share), Float(share)])
    }
}
