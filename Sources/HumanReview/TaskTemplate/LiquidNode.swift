/// A part of a template that renders to something.
enum LiquidNode: Hashable, Sendable {
    case text(Range<Int>)
    case output(LiquidPipeline, offset: Int)
    case assign(String, LiquidPipeline, offset: Int)
    case capture(String, [LiquidNode])
    /// `if` and `unless`: the first branch whose condition holds.
    case conditional([Branch])
    /// `case`: the first alternative with an equal value.
    case selection(LiquidExpression, [Alternative], offset: Int)
    case iteration(LiquidIteration)
    case breakLoop
    case continueLoop

    /// A condition, nil for `else`, and what it guards.
    struct Branch: Hashable, Sendable {
        var condition: LiquidCondition?
        var body: [LiquidNode]
    }

    /// The values of a `when`, nil for `else`, and what they choose.
    struct Alternative: Hashable, Sendable {
        var values: [LiquidExpression]?
        var body: [LiquidNode]
    }
}
