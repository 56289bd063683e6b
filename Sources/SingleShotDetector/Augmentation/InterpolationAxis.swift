/// Which pixels of the visible part of a canvas make each output pixel along one axis.
///
/// The canvas goes on past its ends as its last pixel; what is not visible of it has one level, so that
/// its weights need no pixels.
struct InterpolationAxis {
    /// How many pixels every output pixel takes.
    let tapCount: Int
    /// The first of them, counted in the visible part.
    let firsts: [Int]
    /// `tapCount` for each output pixel; those of invisible pixels are left out.
    let weights: [Float]

    /// An axis of `count` output pixels that evenly cover `origin..<origin + extent` of a canvas, of
    /// which the pixels `visible` show among `0..<length`.
    init(
        _ interpolation: Interpolation, origin: Double, extent: Double, length: Int,
        visible: Range<Int>, count: Int, bothShrink: Bool
    ) {
        let step = extent / Double(count)
        let spans = (0..<count).map { index in
            let taps = interpolation.taps(
                of: index, origin: origin, step: step, bothShrink: bothShrink)
            return Span(first: taps.first, taps.weights, length: length, visible: visible)
        }
        let tapCount = spans.map(\.weights.count).max() ?? 1
        let firsts = spans.map { min($0.first, max(0, visible.count - tapCount)) }
        self.tapCount = tapCount
        self.firsts = firsts
        var weights = [Float](repeating: 0, count: tapCount * count)
        for (index, span) in spans.enumerated() {
            let start = index * tapCount + span.first - firsts[index]
            for (offset, weight) in span.weights.enumerated() { weights[start + offset] = weight }
        }
        self.weights = weights
    }

    /// The visible pixels of one output pixel, counted in the visible part; at least one, of weight 0
    /// where there is none.
    private struct Span {
        var first: Int
        var weights: [Float]

        init(first: Int, _ taps: [Float], length: Int, visible: Range<Int>) {
            let low = min(max(first, 0, visible.lowerBound), visible.upperBound - 1)
            let high = min(first + taps.count - 1, length - 1, visible.upperBound - 1)
            self.first = low - visible.lowerBound
            weights = [Float](repeating: 0, count: max(1, high - low + 1))
            for (offset, weight) in taps.enumerated() {
                let pixel = min(max(first + offset, 0), length - 1)
                if visible.contains(pixel) { weights[pixel - low] += weight }
            }
        }
    }
}
