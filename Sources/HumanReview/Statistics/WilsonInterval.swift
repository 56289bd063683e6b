/// Where the proportion behind a count lies, by Wilson's score method (1927).
///
/// It keeps its confidence for few trials and for proportions near 0 and 1, where an estimate give or
/// take its standard error does not.
package struct WilsonInterval: Hashable, Sendable {
    /// The 97.5 % point of the normal distribution: 95 % between it and its opposite.
    package static let deviate95 = 1.959963984540054

    /// The share of successes, or nil without a trial.
    package let estimate: Double?
    /// Both ends are from 0 to 1; without a trial nothing is known, and they are 0 and 1.
    package let lower: Double
    package let upper: Double

    /// The interval of a count.
    ///
    /// - Parameters:
    ///   - successes: how often it happened; kept from 0 to `trials`.
    ///   - trials: how often it could have happened.
    ///   - deviate: the confidence, as a point of the normal distribution.
    package init(successes: Int, trials: Int, deviate: Double = deviate95) {
        guard trials > 0 else {
            (estimate, lower, upper) = (nil, 0, 1)
            return
        }
        let n = Double(trials)
        let share = Double(min(max(successes, 0), trials)) / n
        let square = deviate * deviate
        let middle = share + square / (2 * n)
        let reach = deviate * (share * (1 - share) / n + square / (4 * n * n)).squareRoot()
        let scale = 1 + square / n
        estimate = share
        // The ends of 0 of n and n of n are exact; the formula misses them by a rounding.
        lower = successes <= 0 ? 0 : max(0, (middle - reach) / scale)
        upper = successes >= trials ? 1 : min(1, (middle + reach) / scale)
    }
}
