/// How much more often two people name things alike than they would by chance (Cohen, 1960).
package enum CohensKappa {
    /// The kappa of a table of label pairs: 1 for full agreement, 0 for what chance brings.
    ///
    /// - Parameter counts: how often the first and the second named an object so; objects that only one
    ///   of them marked are left out.
    /// - Returns: nil when there is no object; 1 when both only ever used one and the same label.
    package static func value(of counts: [LabelPair: Int]) -> Double? {
        let matched = counts.filter { $0.key.isMatched && $0.value > 0 }
        let total = Double(matched.values.reduce(0, +))
        guard total > 0 else { return nil }
        var first: [String?: Double] = [:]
        var second: [String?: Double] = [:]
        var observed = 0.0
        for (pair, count) in matched {
            first[pair.first, default: 0] += Double(count)
            second[pair.second, default: 0] += Double(count)
            if pair.first == pair.second { observed += Double(count) }
        }
        let expected = first.reduce(0) { $0 + $1.value * (second[$1.key] ?? 0) } / (total * total)
        // Both are sums of whole numbers of one total, so that equality is exact.
        guard expected < 1 else { return 1 }
        return (observed / total - expected) / (1 - expected)
    }
}
