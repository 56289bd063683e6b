/// Scores as people read them.
enum Percent {
    /// A score from 0 to 1 as two digits behind the point, `0.43`; never rounded up to one.
    static func of(_ score: Double) -> String {
        guard score.isFinite else { return "-" }
        let hundredths = score >= 1 ? 100 : min(99, Int((max(score, 0) * 100).rounded()))
        return "\(hundredths / 100)." + (hundredths % 100 < 10 ? "0" : "") + "\(hundredths % 100)"
    }
}
