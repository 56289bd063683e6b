internal import OrderedJSON

extension LiquidRenderer {
    /// The most elements a range may have.
    private static let longestRange = 100_000

    /// What an expression comes to after its filters.
    mutating func value(
        of pipeline: LiquidPipeline, at offset: Int
    ) throws(TaskTemplateError) -> JSONValue {
        try at(offset) { (renderer) throws(LiquidFailure) in
            try renderer.chargeStep()
        }
        var value = try at(offset) { (renderer) throws(LiquidFailure) in
            try renderer.value(of: pipeline.expression)
        }
        for call in pipeline.filters {
            value = try at(call.offset) { (renderer) throws(LiquidFailure) in
                try renderer.apply(call, to: value)
            }
        }
        return value
    }

    private mutating func apply(
        _ call: LiquidFilterCall, to input: JSONValue
    ) throws(LiquidFailure) -> JSONValue {
        try chargeStep()
        try charge(for: input)
        var arguments = LiquidArguments(positional: [], named: [:])
        for argument in call.arguments { arguments.positional.append(try value(of: argument)) }
        for (name, argument) in call.namedArguments {
            arguments.named[name] = try value(of: argument)
        }
        for argument in arguments.positional { try charge(for: argument) }
        let result = try LiquidFilters.apply(call.name, to: input, arguments)
        try charge(for: result)
        return result
    }

    /// What an expression comes to; `empty` and `blank` are texts of nothing.
    mutating func value(of expression: LiquidExpression) throws(LiquidFailure) -> JSONValue {
        switch expression {
        case .literal(let value): return value
        case .empty, .blank: return .string("")
        case .path(let root, let steps): return try follow(steps, from: variable(root))
        case .range(let low, let high): return try range(low, high)
        }
    }

    private mutating func follow(
        _ steps: [LiquidExpression.Step], from root: JSONValue
    ) throws(LiquidFailure) -> JSONValue {
        var value = root
        for step in steps {
            try chargeStep()
            switch step {
            case .member(let name): value = LiquidValue.member(name, of: value)
            case .index(let index):
                value = LiquidValue.element(try self.value(of: index), of: value)
            }
        }
        return value
    }

    private mutating func range(
        _ low: LiquidExpression, _ high: LiquidExpression
    ) throws(LiquidFailure) -> JSONValue {
        let low = LiquidValue.integer(try value(of: low)) ?? 0
        let high = LiquidValue.integer(try value(of: high)) ?? 0
        guard low <= high else { return .array([]) }
        let (length, overflow) = high.subtractingReportingOverflow(low)
        guard !overflow, length < Self.longestRange else {
            throw LiquidFailure("a range of more than \(Self.longestRange) numbers")
        }
        return .array((low...high).map { .integer(Int64($0)) })
    }
}
