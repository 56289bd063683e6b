extension LiquidParser {
    /// Reads `{% assign name = pipeline %}`.
    func assign(_ markup: Range<Int>, at offset: Int) throws(TaskTemplateError) -> LiquidNode {
        var parser = try expressions(in: markup)
        let name = try parser.identifier("a variable's name")
        try parser.expect("=")
        return .assign(name, try parser.pipeline(), offset: offset)
    }

    /// Reads `{% capture name %}…{% endcapture %}`; the name may be in quotes.
    mutating func capture(
        _ markup: Range<Int>, at offset: Int
    ) throws(TaskTemplateError) -> LiquidNode {
        var parser = try expressions(in: markup)
        let name: String
        if case .string(let quoted) = parser.next.kind {
            name = quoted
            parser.advance()
        } else {
            name = try parser.identifier("a variable's name")
        }
        try parser.expectEnd()
        return .capture(name, try block(of: "capture", at: offset, until: ["endcapture"]).nodes)
    }

    /// Reads `{% if condition %}…{% elsif condition %}…{% else %}…{% endif %}`, and `unless`.
    mutating func conditional(
        _ name: String, _ markup: Range<Int>, at offset: Int
    ) throws(TaskTemplateError) -> LiquidNode {
        var parser = try expressions(in: markup)
        var condition: LiquidCondition? = try parser.condition(isNegated: name == "unless")
        var branches: [LiquidNode.Branch] = []
        while true {
            let names: Set<String> =
                condition == nil ? ["end" + name] : ["elsif", "else", "end" + name]
            let (body, terminator) = try block(of: name, at: offset, until: names)
            branches.append(LiquidNode.Branch(condition: condition, body: body))
            if terminator.name == "end" + name { return .conditional(branches) }
            condition = try nextCondition(after: terminator)
        }
    }

    private func nextCondition(
        after terminator: Terminator
    ) throws(TaskTemplateError) -> LiquidCondition? {
        guard terminator.name == "elsif" else { return nil }
        var parser = try expressions(in: terminator.markup)
        return try parser.condition()
    }

    /// Reads `{% case value %}{% when a, b %}…{% else %}…{% endcase %}`; what is before the first `when` is
    /// dropped, as Liquid drops it.
    mutating func selection(
        _ markup: Range<Int>, at offset: Int
    ) throws(TaskTemplateError) -> LiquidNode {
        var parser = try expressions(in: markup)
        let subject = try parser.expression()
        try parser.expectEnd()
        let names: Set<String> = ["when", "else", "endcase"]
        var terminator = try block(of: "case", at: offset, until: names).terminator
        var alternatives: [LiquidNode.Alternative] = []
        while terminator.name != "endcase" {
            let values = try self.values(of: terminator)
            let part = try block(of: "case", at: offset, until: names)
            alternatives.append(LiquidNode.Alternative(values: values, body: part.nodes))
            terminator = part.terminator
        }
        return .selection(subject, alternatives, offset: offset)
    }

    private func values(of terminator: Terminator) throws(TaskTemplateError) -> [LiquidExpression]?
    {
        guard terminator.name == "when" else { return nil }
        var parser = try expressions(in: terminator.markup)
        return try parser.alternatives()
    }

    /// Reads `{% for name in collection reversed limit: n offset: n %}…{% else %}…{% endfor %}`.
    mutating func iteration(
        _ markup: Range<Int>, at offset: Int
    ) throws(TaskTemplateError) -> LiquidNode {
        var iteration = try loopHead(markup, at: offset)
        let (body, terminator) = try insideLoop { (parser) throws(TaskTemplateError) in
            try parser.block(of: "for", at: offset, until: ["else", "endfor"])
        }
        iteration.body = body
        if terminator.name == "else" {
            iteration.otherwise = try block(of: "for", at: offset, until: ["endfor"]).nodes
        }
        return .iteration(iteration)
    }

    private func loopHead(
        _ markup: Range<Int>, at offset: Int
    ) throws(TaskTemplateError) -> LiquidIteration {
        var parser = try expressions(in: markup)
        let variable = try parser.identifier("a variable's name")
        guard parser.skip(word: "in") else { throw parser.error("expected 'in'") }
        var iteration = LiquidIteration(
            variable: variable, collection: try parser.expression(), isReversed: false, body: [],
            otherwise: [], place: offset)
        while parser.next.kind != .end {
            _ = parser.skip(",")
            try loopOption(&iteration, &parser)
        }
        return iteration
    }

    private func loopOption(
        _ iteration: inout LiquidIteration, _ parser: inout LiquidExpressionParser
    ) throws(TaskTemplateError) {
        if parser.skip(word: "reversed") {
            iteration.isReversed = true
        } else if parser.skip(word: "limit") {
            try parser.expect(":")
            iteration.limit = try parser.expression()
        } else if parser.skip(word: "offset") {
            try parser.expect(":")
            iteration.offset = try parser.expression()
        } else {
            throw parser.error("expected 'reversed', 'limit:' or 'offset:'")
        }
    }
}
