/// What decides between the branches of `if` and `unless`.
///
/// Liquid evaluates from the right: `a and b or c` is `a and (b or c)`.
struct LiquidCondition: Hashable, Sendable {
    /// The operators between values.
    enum Comparison: String, Hashable, Sendable {
        case equal = "=="
        case notEqual = "!="
        case alsoNotEqual = "<>"
        case less = "<"
        case greater = ">"
        case lessOrEqual = "<="
        case greaterOrEqual = ">="
        case contains
    }

    /// The operators between terms.
    enum Connective: String, Hashable, Sendable {
        case and
        case or
    }

    /// One side of an `and` or `or`.
    struct Term: Hashable, Sendable {
        /// Of the term in the source.
        var offset: Int
        var left: LiquidExpression
        /// Nil, as ``right``, for the truth of ``left`` alone.
        var comparison: Comparison?
        var right: LiquidExpression?
        /// What joins the term to the ones after it; nil for the last.
        var connective: Connective?
    }

    var terms: [Term]
    /// Whether it is an `unless`.
    var isNegated = false
}
