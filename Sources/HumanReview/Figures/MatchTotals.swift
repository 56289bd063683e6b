/// How many boxes came together under a pair of labels, and how well they lay on each other.
package struct MatchTotals: Hashable, Sendable {
    package var count: Int
    /// Those of them whose edges are the same to the pixel.
    package var unmoved: Int
    /// The sum of the overlaps, each rounded to a millionth: whole numbers add up to the same sum in any
    /// order, and can be taken off again.
    package var overlapMillionths: Int

    /// Totals; by default of nothing.
    package init(count: Int = 0, unmoved: Int = 0, overlapMillionths: Int = 0) {
        self.count = count
        self.unmoved = unmoved
        self.overlapMillionths = overlapMillionths
    }

    /// The mean intersection over union, or nil of nothing.
    package var meanOverlap: Double? {
        count > 0 ? Double(overlapMillionths) / 1e6 / Double(count) : nil
    }

    /// Counts one more pair of boxes, or a box without a partner, of overlap 0.
    package mutating func add(overlap: Double, isUnmoved: Bool) {
        count += 1
        unmoved += isUnmoved ? 1 : 0
        overlapMillionths += Int((overlap * 1e6).rounded())
    }

    package static func += (total: inout MatchTotals, other: MatchTotals) {
        total.count += other.count
        total.unmoved += other.unmoved
        total.overlapMillionths += other.overlapMillionths
    }
}
