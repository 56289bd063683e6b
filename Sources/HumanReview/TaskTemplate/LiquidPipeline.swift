/// An expression and the filters it goes through.
struct LiquidPipeline: Hashable, Sendable {
    var expression: LiquidExpression
    var filters: [LiquidFilterCall]

    /// Whether the last filter leaves text that must not be escaped again.
    var isEscaped: Bool {
        ["escape", "escape_once", "skip_autoescape"].contains(filters.last?.name)
    }
}
