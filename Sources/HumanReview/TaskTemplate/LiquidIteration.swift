/// A `for` loop.
struct LiquidIteration: Hashable, Sendable {
    var variable: String
    var collection: LiquidExpression
    /// Elements left out at the start.
    var offset: LiquidExpression?
    /// Elements taken after those.
    var limit: LiquidExpression?
    /// Whether what is taken is gone through from its end.
    var isReversed: Bool
    var body: [LiquidNode]
    /// Rendered when there is nothing to go through.
    var otherwise: [LiquidNode]
    /// Of the tag in the source.
    var place: Int
}
