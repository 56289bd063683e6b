/// A filter as a template applies it.
struct LiquidFilterCall: Hashable, Sendable {
    var name: String
    var arguments: [LiquidExpression]
    /// Arguments given by name, as `allow_false: true`.
    var namedArguments: [String: LiquidExpression]
    var offset: Int
}
