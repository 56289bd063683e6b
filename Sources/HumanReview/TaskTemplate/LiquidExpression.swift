internal import OrderedJSON

/// A value of Liquid: a literal, a place in the task's input, or a range.
indirect enum LiquidExpression: Hashable, Sendable {
    case literal(JSONValue)
    /// Equal to a string, array or object of nothing.
    case empty
    /// Equal to nil, false, white space and what is empty.
    case blank
    case path(root: String, steps: [Step])
    case range(LiquidExpression, LiquidExpression)

    /// A way down from a value.
    enum Step: Hashable, Sendable {
        /// `.name`
        case member(String)
        /// `[expression]`
        case index(LiquidExpression)
    }
}
