/// Which source pixels make each output pixel along one axis, and by what weights.
struct ResampleAxis {
    /// Weights of one output pixel add up to this.
    static let one: UInt32 = 1 << 16
    /// Beyond this enlargement pixels stay sharp squares.
    private static let largestSmoothScale = 3.0

    /// Each output pixel's first source pixel.
    private(set) var firsts: [Int] = []
    /// Output pixel `i` has the weights at `starts[i]..<starts[i + 1]`.
    private(set) var starts: [Int] = [0]
    private(set) var weights: [UInt32] = []

    /// All source pixels that have a weight.
    var sources: Range<Int> {
        guard let first = firsts.first, let last = firsts.last else { return 0..<0 }
        return first..<last + starts[firsts.count] - starts[firsts.count - 1]
    }

    /// Weights for `count` output pixels that evenly cover `origin..<origin + extent` of `length`
    /// source pixels; positions past an end take the edge pixel.
    init(origin: Double, extent: Double, length: Int, count: Int) {
        let step = extent / Double(count)
        for index in 0..<count {
            let start = origin + Double(index) * step
            if step >= 1 {
                appendArea(from: start, to: start + step, length: length)
            } else if step * Self.largestSmoothScale >= 1 {
                appendLinear(at: start + step / 2, length: length)
            } else {
                append(first: Self.clamp(start + step / 2, length), [Self.one])
            }
        }
    }

    private mutating func append(first: Int, _ newWeights: [UInt32]) {
        firsts.append(first)
        weights.append(contentsOf: newWeights)
        starts.append(weights.count)
    }

    /// The share of `start..<end` that each source pixel takes, so that an output pixel is the mean
    /// of what it covers.
    private mutating func appendArea(from start: Double, to end: Double, length: Int) {
        let first = Self.clamp(start, length)
        let last = max(first, Self.clamp(end.nextDown, length))
        var shares: [UInt32] = []
        var given: UInt32 = 0
        for pixel in first...last {
            // Rounding the running sum, not each share, keeps the total exact.
            let reached = pixel == last ? 1 : (Double(pixel + 1) - start) / (end - start)
            let sum = UInt32((min(1, max(0, reached)) * Double(Self.one)).rounded())
            shares.append(sum - given)
            given = sum
        }
        append(first: first, shares)
    }

    /// The two pixels whose centres are around a position, by their nearness.
    private mutating func appendLinear(at center: Double, length: Int) {
        let position = min(max(0, center - 0.5), Double(length - 1))
        let first = min(Int(position), length - 1)
        let second = UInt32(((position - Double(first)) * Double(Self.one)).rounded())
        append(first: first, second == 0 ? [Self.one] : [Self.one - second, second])
    }

    private static func clamp(_ position: Double, _ length: Int) -> Int {
        Int(min(max(0, position), Double(length - 1)))
    }
}
