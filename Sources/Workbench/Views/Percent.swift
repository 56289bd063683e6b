internal import HumanReview

/// Scores as people read them.
enum Percent {
    /// A score from 0 to 1 as two digits behind the point, `0.43`; never rounded up to one.
    static func of(_ score: Double) -> String {
        guard score.isFinite else { return "-" }
        return score < 0.995 ? ScoreText.of(score) : score >= 1 ? "1.00" : "0.99"
    }
}
