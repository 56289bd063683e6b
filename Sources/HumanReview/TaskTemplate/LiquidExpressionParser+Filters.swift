extension LiquidExpressionParser {
    /// An expression and its filters, to the end of the markup.
    mutating func pipeline() throws(TaskTemplateError) -> LiquidPipeline {
        var pipeline = LiquidPipeline(expression: try expression(), filters: [])
        while skip("|") { pipeline.filters.append(try filter()) }
        try expectEnd()
        return pipeline
    }

    private mutating func filter() throws(TaskTemplateError) -> LiquidFilterCall {
        let start = next
        let name = try identifier("a filter's name")
        var call = LiquidFilterCall(
            name: name, arguments: [], namedArguments: [:], offset: start.offset)
        if skip(":") {
            repeat { try argument(of: &call) } while skip(",")
        }
        if let problem = LiquidFilters.problem(with: call) {
            goBack(to: start)
            throw error(problem)
        }
        return call
    }

    private mutating func argument(of call: inout LiquidFilterCall) throws(TaskTemplateError) {
        let start = next
        if case .identifier(let name) = start.kind {
            advance()
            if skip(":") {
                call.namedArguments[name] = try expression()
                return
            }
            goBack(to: start)
        }
        call.arguments.append(try expression())
    }
}
