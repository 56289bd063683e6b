internal import OrderedJSON

/// Reads expressions, filters and conditions from the markup of one output or tag.
struct LiquidExpressionParser {
    /// Expressions inside each other: `a[b[c]]`.
    private static let maximumDepth = 16

    private let source: TemplateSource
    private var tokens: [LiquidMarkupToken]
    private var position = 0

    init(_ source: TemplateSource, _ markup: Range<Int>) throws(TaskTemplateError) {
        self.source = source
        tokens = try LiquidMarkupLexer.tokens(of: source, markup)
    }

    /// The token ahead; the last one is an `end`.
    var next: LiquidMarkupToken { tokens[min(position, tokens.count - 1)] }

    func error(_ reason: String) -> TaskTemplateError { source.error(reason, at: next.offset) }

    mutating func advance() { position += 1 }

    /// Goes back to a token already passed over.
    mutating func goBack(to token: LiquidMarkupToken) {
        position = tokens.firstIndex(of: token) ?? position
    }

    /// Passes over a sign if it is the one ahead.
    mutating func skip(_ sign: String) -> Bool {
        guard next.kind == .sign(sign) else { return false }
        advance()
        return true
    }

    /// Passes over a word if it is the one ahead.
    mutating func skip(word: String) -> Bool {
        guard next.kind == .identifier(word) else { return false }
        advance()
        return true
    }

    mutating func expect(_ sign: String) throws(TaskTemplateError) {
        guard skip(sign) else { throw error("expected '\(sign)'") }
    }

    /// A name, as of a variable or filter.
    mutating func identifier(_ role: String) throws(TaskTemplateError) -> String {
        guard case .identifier(let name) = next.kind else { throw error("expected \(role)") }
        advance()
        return name
    }

    func expectEnd() throws(TaskTemplateError) {
        guard next.kind == .end else { throw error("something is left over here") }
    }

    // MARK: Expressions

    mutating func expression(depth: Int = 0) throws(TaskTemplateError) -> LiquidExpression {
        guard depth < Self.maximumDepth else { throw error("expressions nested too deep") }
        let token = next
        advance()
        switch token.kind {
        case .string(let text): return .literal(.string(text))
        case .integer(let integer): return .literal(.integer(integer))
        case .number(let number): return .literal(.number(number))
        case .identifier(let name): return try named(name, depth: depth)
        case .sign("("): return try range(depth: depth)
        default:
            position -= 1
            throw error("expected a value")
        }
    }

    private mutating func named(
        _ name: String, depth: Int
    ) throws(TaskTemplateError) -> LiquidExpression {
        switch name {
        case "nil", "null": return .literal(.null)
        case "true": return .literal(.bool(true))
        case "false": return .literal(.bool(false))
        case "empty": return .empty
        case "blank": return .blank
        default: return .path(root: name, steps: try steps(depth: depth))
        }
    }

    private mutating func steps(depth: Int) throws(TaskTemplateError) -> [LiquidExpression.Step] {
        var steps: [LiquidExpression.Step] = []
        while true {
            if skip(".") {
                steps.append(.member(try identifier("a member's name")))
            } else if skip("[") {
                steps.append(.index(try expression(depth: depth + 1)))
                try expect("]")
            } else {
                return steps
            }
        }
    }

    private mutating func range(depth: Int) throws(TaskTemplateError) -> LiquidExpression {
        let low = try expression(depth: depth + 1)
        try expect("..")
        let high = try expression(depth: depth + 1)
        try expect(")")
        return .range(low, high)
    }
}
