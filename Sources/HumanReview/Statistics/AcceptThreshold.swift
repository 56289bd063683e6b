/// The lowest score from which the model may be trusted.
package struct AcceptThreshold: Hashable, Sendable {
    /// The threshold: the lower bound of a score band.
    package let score: Double
    /// The error rate of everything from the threshold on, from the audits.
    package let errorRate: WilsonInterval

    /// The lowest threshold whose error rate is, with its whole interval, at most `target`; nil when the
    /// audits do not show that of any.
    ///
    /// - Parameters:
    ///   - target: the largest error rate wanted, from 0 to 1.
    ///   - bands: what the audits say by score, in any order; several of an index are added.
    package init?(keepingErrorsUnder target: Double, in bands: [ScoreBand]) {
        let found = Self.suffixes(of: bands).filter { $0.errorRate.upper <= target }
        guard let lowest = found.min(by: { $0.index < $1.index }) else { return nil }
        score = lowest.lowerBound
        errorRate = lowest.errorRate
    }

    /// For every band, the counts from it to the highest one.
    package static func suffixes(of bands: [ScoreBand]) -> [ScoreBand] {
        var total = ScoreBand(index: 0)
        return (0..<ScoreBand.count).reversed().map { index in
            total = bands.filter { $0.index == index }.reduce(total) { $0.adding($1) }
            var suffix = total
            suffix.index = index
            return suffix
        }.reversed()
    }
}
