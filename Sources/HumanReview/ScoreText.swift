/// Shares and scores from 0 to 1 as people read them.
package enum ScoreText {
    /// The most digits behind the point, where a column has room for no more.
    private static let mostDigits = 3

    /// A score as `0.43`, with a third digit where two would put it on the other side of a bound.
    ///
    /// So 0.497 is not 0.50 where 0.50 is trusted. Where three digits would do so too, the rest is cut
    /// off; only a whole 1 is written as one.
    ///
    /// - Parameters:
    ///   - score: what is written.
    ///   - digits: the fewest behind the point, 2 or 3.
    ///   - bounds: thresholds that it is read against.
    /// - Returns: the text; `-` for what is no number.
    package static func of(
        _ score: Double, digits: Int = 2, around bounds: [Double] = []
    ) -> String {
        guard score.isFinite else { return "-" }
        let score = min(max(score, 0), 1)
        for digits in digits...mostDigits {
            let units = Int((score * power(digits)).rounded())
            let isTrue = (bounds + [1]).allSatisfy { (score < $0) == (units < ceiling($0, digits)) }
            if isTrue { return text(units, digits) }
        }
        return text(Int(score * power(mostDigits)), mostDigits)
    }

    /// The least number of units that is not below a bound; a product's last bit does not count.
    private static func ceiling(_ bound: Double, _ digits: Int) -> Int {
        Int((bound * power(digits) - 1e-9).rounded(.up))
    }

    private static func power(_ digits: Int) -> Double { digits == 2 ? 100 : 1000 }

    private static func text(_ units: Int, _ digits: Int) -> String {
        let all = String(units)
        let padded = String(repeating: "0", count: max(0, digits + 1 - all.count)) + all
        return padded.dropLast(digits) + "." + padded.suffix(digits)
    }
}
