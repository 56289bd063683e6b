/// Which boxes of two sets are the same object: pairs taken greedily, the largest overlap first, each
/// box in one pair at most.
///
/// Of equal overlaps the pair of one label comes first, then the order of the sets, so that the result
/// depends on nothing else.
package struct BoxMatching: Hashable, Sendable {
    /// Two boxes that are the same object, by their positions in the two sets.
    package struct Pair: Hashable, Sendable {
        package var first: Int
        package var second: Int
        /// Their intersection over union.
        package var overlap: Double

        /// A pair.
        package init(first: Int, second: Int, overlap: Double) {
            self.first = first
            self.second = second
            self.overlap = overlap
        }
    }

    /// The least overlap of two boxes of one object, as PASCAL VOC has it.
    package static let usualThreshold = 0.5

    /// In the order of the first set.
    package let pairs: [Pair]
    /// Positions in the first set of boxes without a partner.
    package let unmatchedFirst: [Int]
    /// Positions in the second set of boxes without a partner.
    package let unmatchedSecond: [Int]

    /// Matches two sets; labels only break ties.
    ///
    /// - Parameters:
    ///   - first: one set.
    ///   - second: the other.
    ///   - threshold: the least overlap of a pair.
    package init(
        _ first: [LabeledBox], _ second: [LabeledBox], threshold: Double = usualThreshold
    ) {
        var freeFirst = Array(repeating: true, count: first.count)
        var freeSecond = Array(repeating: true, count: second.count)
        var pairs: [Pair] = []
        for pair in Self.candidates(first, second, threshold)
        where freeFirst[pair.first] && freeSecond[pair.second] {
            freeFirst[pair.first] = false
            freeSecond[pair.second] = false
            pairs.append(pair)
        }
        self.pairs = pairs.sorted { $0.first < $1.first }
        unmatchedFirst = first.indices.filter { freeFirst[$0] }
        unmatchedSecond = second.indices.filter { freeSecond[$0] }
    }

    /// Every pair that overlaps enough, the most wanted first.
    private static func candidates(
        _ first: [LabeledBox], _ second: [LabeledBox], _ threshold: Double
    ) -> [Pair] {
        var pairs: [Pair] = []
        for (i, one) in first.enumerated() {
            for (j, other) in second.enumerated() {
                let overlap = one.box.overlap(with: other.box)
                guard overlap > 0, overlap >= threshold else { continue }
                pairs.append(Pair(first: i, second: j, overlap: overlap))
            }
        }
        func isOfOneLabel(_ pair: Pair) -> Bool {
            first[pair.first].label == second[pair.second].label
        }
        return pairs.sorted { left, right in
            if left.overlap != right.overlap { return left.overlap > right.overlap }
            let labels = (isOfOneLabel(left), isOfOneLabel(right))
            if labels.0 != labels.1 { return labels.0 }
            return (left.first, left.second) < (right.first, right.second)
        }
    }
}
