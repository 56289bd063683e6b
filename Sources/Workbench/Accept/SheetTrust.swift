package import HumanReview

/// How often people changed what the model was at least as sure of.
package struct SheetTrust: Hashable, Sendable {
    /// Audits and earlier acceptances at or above the threshold.
    package var band: ScoreBand
    /// From which score on the audits show at most ``errorTarget`` to be wrong; nil of no score.
    package var safe: AcceptThreshold?

    /// The share of errors that accepting without a look is meant to stay under.
    package static let errorTarget = 0.05

    /// What the bands from a threshold on say together; nil when they say nothing.
    ///
    /// A band that the threshold parts counts as a whole.
    package init?(_ bands: [ScoreBand], from minimumScore: Double) {
        let first = ScoreBand.index(ofScore: minimumScore)
        let total = bands.filter { $0.index >= first }
            .reduce(ScoreBand(index: first)) { $0.adding($1) }
        guard total.audited + total.accepted > 0 else { return nil }
        band = total
        safe = AcceptThreshold(keepingErrorsUnder: Self.errorTarget, in: bands)
    }

    /// `from 0.85`, or that nothing shows it yet.
    var safeScore: String { safe.map { "from " + Percent.of($0.score) } ?? "none yet" }

    /// Audits are what tells; where there are none, what was corrected of the accepted.
    private var counts: (changed: Int, of: Int) {
        band.audited > 0
            ? (band.auditErrors, band.audited) : (band.corrected, band.accepted)
    }

    /// What the share is of: `of 40 audited`.
    var source: String {
        "of \(Counted.of(counts.of)) " + (band.audited > 0 ? "audited" : "accepted")
    }

    /// How many of them people changed.
    var share: String { "\(Counted.of(counts.changed)) changed" }

    /// Between which percentages the share of all such images lies, with 95 % confidence.
    var interval: String {
        let interval = WilsonInterval(successes: counts.changed, trials: counts.of)
        return "\(percent(interval.lower)) to \(percent(interval.upper)) %"
    }

    private func percent(_ share: Double) -> String { String(Int((share * 100).rounded())) }
}
