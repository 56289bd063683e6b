/// Cumulative moments of a colour histogram, which give the variance of any box in a few additions.
///
/// After Xiaolin Wu, "Efficient Statistical Computations for Optimal Color Quantization", Graphics
/// Gems II, 1991.
struct ColorMoments {
    /// Levels an axis, and one before the first for an empty sum.
    static let side = 33
    /// Red, green and blue sums and pixel counts of all bins up to an index, in each axis.
    private var sums: [SIMD4<Double>]
    /// The sums of squared lengths of the bins' colours.
    private var squares: [Double]

    /// Accumulates a histogram along the three axes.
    init(of histogram: ColorHistogram) {
        let side = Self.side
        sums = Array(repeating: .zero, count: side * side * side)
        squares = Array(repeating: 0, count: side * side * side)
        for (bin, sum) in histogram.bins.enumerated() where sum.w > 0 {
            let index = Self.index(1 + bin >> 10, 1 + (bin >> 5) & 31, 1 + bin & 31)
            let value = SIMD4<Double>(sum)
            sums[index] = value
            squares[index] =
                (value.x * value.x + value.y * value.y + value.z * value.z) / value.w
        }
        for step in [1, side, side * side] { accumulate(step) }
    }

    private mutating func accumulate(_ step: Int) {
        let side = Self.side
        for index in step..<sums.count where (index / step) % side != 0 {
            sums[index] += sums[index - step]
            squares[index] += squares[index - step]
        }
    }

    /// The position of an upper corner, each coordinate `0..<side`.
    static func index(_ red: Int, _ green: Int, _ blue: Int) -> Int {
        (red * side + green) * side + blue
    }

    /// Red, green and blue sums and the pixel count of a box.
    func sum(_ box: ColorBox) -> SIMD4<Double> {
        plane(box, box.upper, axis: 0) - plane(box, box.lower, axis: 0)
    }

    /// The sum, over a box's pixels, of the squared distance from their mean.
    func spread(_ box: ColorBox) -> Double {
        let total = sum(box)
        guard total.w > 0 else { return 0 }
        return squareSum(box) - Self.score(total)
    }

    /// The squared length of a sum over its pixel count: the larger over two halves, the less their
    /// spread.
    static func score(_ sum: SIMD4<Double>) -> Double {
        sum.w > 0 ? (sum.x * sum.x + sum.y * sum.y + sum.z * sum.z) / sum.w : 0
    }

    /// The sums of everything in the box's other two axes and up to a level in one.
    func plane(_ box: ColorBox, _ levels: SIMD4<Int32>, axis: Int) -> SIMD4<Double> {
        let level = Int(levels[axis])
        let first = (axis + 1) % 3
        let second = (axis + 2) % 3
        let steps = [Self.side * Self.side, Self.side, 1]
        let base = level * steps[axis]
        let low = (Int(box.lower[first]) * steps[first], Int(box.lower[second]) * steps[second])
        let high = (Int(box.upper[first]) * steps[first], Int(box.upper[second]) * steps[second])
        return sums[base + high.0 + high.1] - sums[base + high.0 + low.1]
            - sums[base + low.0 + high.1] + sums[base + low.0 + low.1]
    }

    private func squareSum(_ box: ColorBox) -> Double {
        var total = 0.0
        for corner in 0..<8 {
            let red = corner & 4 != 0 ? box.upper.x : box.lower.x
            let green = corner & 2 != 0 ? box.upper.y : box.lower.y
            let blue = corner & 1 != 0 ? box.upper.z : box.lower.z
            let value = squares[Self.index(Int(red), Int(green), Int(blue))]
            total += (corner.nonzeroBitCount & 1) == 1 ? value : -value
        }
        return total
    }
}
