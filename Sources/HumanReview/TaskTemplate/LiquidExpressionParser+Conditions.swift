extension LiquidExpressionParser {
    /// Terms joined by `and` and `or`, to the end of the markup.
    mutating func condition(isNegated: Bool = false) throws(TaskTemplateError) -> LiquidCondition {
        var terms = [try term()]
        while case .identifier(let word) = next.kind,
            let connective = LiquidCondition.Connective(rawValue: word)
        {
            advance()
            terms[terms.count - 1].connective = connective
            terms.append(try term())
        }
        try expectEnd()
        return LiquidCondition(terms: terms, isNegated: isNegated)
    }

    /// The values of a `when`, separated by commas or `or`.
    mutating func alternatives() throws(TaskTemplateError) -> [LiquidExpression] {
        var values = [try expression()]
        while skip(",") || skip(word: "or") { values.append(try expression()) }
        try expectEnd()
        return values
    }

    private mutating func term() throws(TaskTemplateError) -> LiquidCondition.Term {
        var term = LiquidCondition.Term(offset: next.offset, left: try expression())
        guard let comparison else { return term }
        advance()
        term.comparison = comparison
        term.right = try expression()
        return term
    }

    private var comparison: LiquidCondition.Comparison? {
        switch next.kind {
        case .sign(let sign): LiquidCondition.Comparison(rawValue: sign)
        case .identifier("contains"): .contains
        default: nil
        }
    }
}
