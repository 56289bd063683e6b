internal import OrderedJSON

extension LiquidRenderer {
    mutating func choose(_ branches: [LiquidNode.Branch]) throws(TaskTemplateError) -> Flow {
        for branch in branches {
            guard let condition = branch.condition else { return try render(branch.body) }
            if try holds(condition) { return try render(branch.body) }
        }
        return .next
    }

    mutating func choose(
        _ subject: LiquidExpression, _ alternatives: [LiquidNode.Alternative], at offset: Int
    ) throws(TaskTemplateError) -> Flow {
        for alternative in alternatives {
            guard let values = alternative.values else { return try render(alternative.body) }
            for value in values {
                let term = LiquidCondition.Term(
                    offset: offset, left: subject, comparison: .equal, right: value)
                if try holds(term) { return try render(alternative.body) }
            }
        }
        return .next
    }

    mutating func loop(_ iteration: LiquidIteration) throws(TaskTemplateError) -> Flow {
        let elements = try at(iteration.place) { (renderer) throws(LiquidFailure) in
            try renderer.elements(of: iteration)
        }
        guard !elements.isEmpty else { return try render(iteration.otherwise) }
        let outer = variable("forloop")
        loopVariables.append((iteration.variable, .null))
        loopVariables.append(("forloop", .null))
        defer { loopVariables.removeLast(2) }
        for (index, element) in elements.enumerated() {
            try at(iteration.place) { (renderer) throws(LiquidFailure) in
                try renderer.chargeStep()
            }
            loopVariables[loopVariables.count - 2].value = element
            loopVariables[loopVariables.count - 1].value = Self.counters(
                index, of: elements.count, outer: outer)
            if try render(iteration.body) == .leaveLoop { break }
        }
        return .next
    }

    private mutating func elements(
        of iteration: LiquidIteration
    ) throws(LiquidFailure) -> [JSONValue] {
        let all = LiquidValue.elements(try value(of: iteration.collection))
        let offset = try iteration.offset.map { (part) throws(LiquidFailure) in
            LiquidValue.integer(try value(of: part)) ?? 0
        }
        let limit = try iteration.limit.map { (part) throws(LiquidFailure) in
            LiquidValue.integer(try value(of: part)) ?? 0
        }
        let taken = all.dropFirst(max(0, offset ?? 0)).prefix(max(0, limit ?? .max))
        return iteration.isReversed ? taken.reversed() : Array(taken)
    }

    /// Liquid's `forloop`.
    private static func counters(_ index: Int, of count: Int, outer: JSONValue) -> JSONValue {
        .object([
            .init("index", .integer(Int64(index + 1))), .init("index0", .integer(Int64(index))),
            .init("rindex", .integer(Int64(count - index))),
            .init("rindex0", .integer(Int64(count - index - 1))),
            .init("first", .bool(index == 0)), .init("last", .bool(index == count - 1)),
            .init("length", .integer(Int64(count))), .init("parentloop", outer),
        ])
    }
}
