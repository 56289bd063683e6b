/// How often the model was wrong about images whose highest score lay in a range of 0.05.
///
/// Two things tell: audits, which people answer without knowing that the model was sure, and what was
/// accepted in bulk and corrected afterwards.
package struct ScoreBand: Hashable, Sendable {
    /// Bands from 0 to 1.
    package static let count = 20

    /// From 0; the band begins at a score of ``lowerBound``.
    package var index: Int
    /// Answers to audit loops.
    package var audited: Int
    /// Those of them that are not the model's own boxes and labels.
    package var auditErrors: Int
    /// Loops accepted in bulk and not taken back.
    package var accepted: Int
    /// Those of them that somebody corrected since.
    package var corrected: Int

    /// A band; without counts nothing is known of it.
    package init(
        index: Int, audited: Int = 0, auditErrors: Int = 0, accepted: Int = 0, corrected: Int = 0
    ) {
        self.index = index
        self.audited = audited
        self.auditErrors = auditErrors
        self.accepted = accepted
        self.corrected = corrected
    }

    /// The band of a score; scores outside 0 to 1 are of the nearest one, what is no number of the first.
    package static func index(ofScore score: Double) -> Int {
        guard !score.isNaN else { return 0 }
        return Int(min(max(score * Double(count), 0), Double(count - 1)))
    }

    /// The least score of the band.
    package var lowerBound: Double { Double(index) / Double(Self.count) }
    /// The score at which the next band begins.
    package var upperBound: Double { Double(index + 1) / Double(Self.count) }

    /// The share of audits in which people did not agree with the model.
    package var errorRate: WilsonInterval {
        WilsonInterval(successes: auditErrors, trials: audited)
    }

    /// The share of what was accepted in bulk that was corrected later.
    package var correctionRate: WilsonInterval {
        WilsonInterval(successes: corrected, trials: accepted)
    }

    /// Both bands' counts, under this one's index.
    package func adding(_ other: ScoreBand) -> ScoreBand {
        ScoreBand(
            index: index, audited: audited + other.audited,
            auditErrors: auditErrors + other.auditErrors, accepted: accepted + other.accepted,
            corrected: corrected + other.corrected)
    }
}
