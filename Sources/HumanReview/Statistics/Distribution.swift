/// Shares of a whole, and how far two of them are apart.
package struct Distribution: Hashable, Sendable {
    /// Each category's share; empty when nothing was counted.
    package let shares: [String: Double]

    /// The shares of some counts.
    package init(counts: [String: Int]) {
        let total = Double(counts.values.reduce(0, +))
        shares = total > 0 ? counts.mapValues { Double($0) / total } : [:]
    }

    /// The total variation distance: half the sum of the shares' differences, 0 for the same and 1 for
    /// nothing in common; nil when one of them is of nothing.
    package func distance(to other: Distribution) -> Double? {
        guard !shares.isEmpty, !other.shares.isEmpty else { return nil }
        return pairs(with: other).reduce(0) { $0 + abs($1.0 - $1.1) } / 2
    }

    private func pairs(with other: Distribution) -> [(Double, Double)] {
        Set(shares.keys).union(other.shares.keys).sorted().map {
            (shares[$0] ?? 0, other.shares[$0] ?? 0)
        }
    }
}
