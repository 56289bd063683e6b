/// A box of colours in five-bit levels: above `lower`, up to `upper`, in red, green and blue.
struct ColorBox {
    var lower: SIMD4<Int32>
    var upper: SIMD4<Int32>

    /// All colours.
    static let all = ColorBox(lower: .zero, upper: SIMD4(32, 32, 32, 0))

    /// The two halves that leave the least spread, or nil when one of them would be empty.
    func halves(_ moments: ColorMoments) -> (ColorBox, ColorBox)? {
        let whole = moments.sum(self)
        var best = 0.0
        var cut: (axis: Int, level: Int32)?
        for axis in 0..<3 {
            let base = moments.plane(self, lower, axis: axis)
            var levels = lower
            for level in (lower[axis] + 1)..<max(lower[axis] + 1, upper[axis]) {
                levels[axis] = level
                let low = moments.plane(self, levels, axis: axis) - base
                let high = whole - low
                guard low.w > 0, high.w > 0 else { continue }
                let score = ColorMoments.score(low) + ColorMoments.score(high)
                if score > best {
                    best = score
                    cut = (axis, level)
                }
            }
        }
        return cut.map { halves(axis: $0.axis, level: $0.level) }
    }

    private func halves(axis: Int, level: Int32) -> (ColorBox, ColorBox) {
        var low = self
        var high = self
        low.upper[axis] = level
        high.lower[axis] = level
        return (low, high)
    }
}
