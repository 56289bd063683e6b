internal import OrderedJSON

extension LiquidRenderer {
    /// Whether a condition holds; its terms are joined from the right.
    mutating func holds(_ condition: LiquidCondition) throws(TaskTemplateError) -> Bool {
        var result = false
        for term in condition.terms.reversed() {
            switch term.connective {
            case nil: result = try holds(term)
            case .and: result = try holds(term) && result
            case .or: result = try holds(term) || result
            }
        }
        return result != condition.isNegated
    }

    mutating func holds(_ term: LiquidCondition.Term) throws(TaskTemplateError) -> Bool {
        try at(term.offset) { (renderer) throws(LiquidFailure) in try renderer.evaluate(term) }
    }

    private mutating func evaluate(_ term: LiquidCondition.Term) throws(LiquidFailure) -> Bool {
        try chargeStep()
        let left = try value(of: term.left)
        guard let comparison = term.comparison, let other = term.right else {
            return LiquidValue.isTrue(left)
        }
        let right = try value(of: other)
        try charge(for: left)
        try charge(for: right)
        switch comparison {
        case .equal: return areEqual(left, term.left, right, other)
        case .notEqual, .alsoNotEqual: return !areEqual(left, term.left, right, other)
        case .contains: return LiquidValue.contains(left, right)
        default: return LiquidValue.compare(left, right, comparison)
        }
    }

    /// Equality, in which `empty` and `blank` stand for all that is so.
    private func areEqual(
        _ left: JSONValue, _ leftExpression: LiquidExpression, _ right: JSONValue,
        _ rightExpression: LiquidExpression
    ) -> Bool {
        switch (leftExpression, rightExpression) {
        case (.empty, _): LiquidValue.isEmpty(right)
        case (_, .empty): LiquidValue.isEmpty(left)
        case (.blank, _): LiquidValue.isBlank(right)
        case (_, .blank): LiquidValue.isBlank(left)
        default: LiquidValue.areEqual(left, right)
        }
    }
}
