/// Builds the tree of a Liquid template from its tokens.
struct LiquidParser {
    /// Blocks inside each other; deeper ones would exhaust the stack of whoever renders them.
    private static let maximumDepth = 32

    let source: TemplateSource
    private let tokens: [LiquidToken]
    private var position = 0
    private var depth = 0
    /// Loops around the current position, which `break` and `continue` need.
    private var loops = 0

    init(_ source: TemplateSource) throws(TaskTemplateError) {
        self.source = source
        tokens = try LiquidLexer.tokens(of: source)
    }

    /// A tag that ends a block or begins its next part.
    struct Terminator {
        var name: String
        var markup: Range<Int>
        var offset: Int
    }

    /// The whole template.
    mutating func template() throws(TaskTemplateError) -> [LiquidNode] {
        let (nodes, terminator) = try nodes(until: [])
        guard let terminator else { return nodes }
        throw source.error("'\(terminator.name)' ends nothing that is open", at: terminator.offset)
    }

    /// Nodes up to the first tag of the given names, which must come.
    mutating func block(
        of opener: String, at place: Int, until names: Set<String>
    ) throws(TaskTemplateError) -> (nodes: [LiquidNode], terminator: Terminator) {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.maximumDepth else {
            throw source.error("blocks nested deeper than \(Self.maximumDepth)", at: place)
        }
        let (nodes, terminator) = try nodes(until: names)
        guard let terminator else {
            throw source.error("'\(opener)' has no 'end\(opener)'", at: place)
        }
        guard names.contains(terminator.name) else {
            throw source.error(
                "'\(terminator.name)' inside '\(opener)', which has no 'end\(opener)'",
                at: terminator.offset)
        }
        return (nodes, terminator)
    }

    /// A parser of a tag's markup.
    func expressions(in markup: Range<Int>) throws(TaskTemplateError) -> LiquidExpressionParser {
        try LiquidExpressionParser(source, markup)
    }

    mutating func insideLoop<Result>(
        _ body: (inout LiquidParser) throws(TaskTemplateError) -> Result
    ) throws(TaskTemplateError) -> Result {
        loops += 1
        defer { loops -= 1 }
        return try body(&self)
    }

    private mutating func nodes(
        until names: Set<String>
    ) throws(TaskTemplateError) -> ([LiquidNode], Terminator?) {
        var nodes: [LiquidNode] = []
        while position < tokens.count {
            let token = tokens[position]
            position += 1
            switch token {
            case .text(let range): nodes.append(.text(range))
            case .output(let markup, let offset):
                var parser = try expressions(in: markup)
                if parser.next.kind == .end { continue }
                nodes.append(.output(try parser.pipeline(), offset: offset))
            case .tag(let name, let markup, let offset):
                if names.contains(name) || Self.terminators.contains(name) {
                    return (nodes, Terminator(name: name, markup: markup, offset: offset))
                }
                nodes.append(try tag(name, markup, at: offset))
            }
        }
        return (nodes, nil)
    }

    private static let terminators: Set<String> = [
        "else", "elsif", "when", "endif", "endunless", "endcase", "endfor", "endcapture",
    ]

    private mutating func tag(
        _ name: String, _ markup: Range<Int>, at offset: Int
    ) throws(TaskTemplateError) -> LiquidNode {
        switch name {
        case "assign": return try assign(markup, at: offset)
        case "capture": return try capture(markup, at: offset)
        case "if", "unless": return try conditional(name, markup, at: offset)
        case "case": return try selection(markup, at: offset)
        case "for": return try iteration(markup, at: offset)
        case "break" where loops > 0: return .breakLoop
        case "continue" where loops > 0: return .continueLoop
        case "break", "continue": throw source.error("'\(name)' outside of a loop", at: offset)
        default: throw source.error(Self.unknown(name), at: offset)
        }
    }

    private static func unknown(_ name: String) -> String {
        "unknown tag '\(name.prefix(40))'; worker task templates have assign, capture, case, comment, "
            + "for, if, raw and unless"
    }
}
