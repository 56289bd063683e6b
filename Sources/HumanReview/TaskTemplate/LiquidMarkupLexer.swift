/// Cuts the markup of an output or tag into words, literals and signs.
struct LiquidMarkupLexer {
    private let source: TemplateSource
    private let end: Int
    private var offset: Int

    init(_ source: TemplateSource, _ range: Range<Int>) {
        self.source = source
        offset = range.lowerBound
        end = range.upperBound
    }

    /// The tokens of a range, an `end` last.
    static func tokens(
        of source: TemplateSource, _ range: Range<Int>
    ) throws(TaskTemplateError) -> [LiquidMarkupToken] {
        var lexer = LiquidMarkupLexer(source, range)
        var tokens: [LiquidMarkupToken] = []
        repeat { tokens.append(try lexer.next()) } while tokens.last?.kind != .end
        return tokens
    }

    private static let signs: [String] = [
        "==", "!=", "<>", "<=", ">=", "..", "<", ">", "=", "|", ":", ",", ".", "[", "]", "(", ")",
    ]

    private func byte(at place: Int) -> UInt8? { place < end ? source.bytes[place] : nil }

    private mutating func next() throws(TaskTemplateError) -> LiquidMarkupToken {
        while let byte = byte(at: offset), TemplateSource.isWhitespace(byte) { offset += 1 }
        let start = offset
        return LiquidMarkupToken(kind: try kind(), offset: start)
    }

    private mutating func kind() throws(TaskTemplateError) -> LiquidMarkupToken.Kind {
        guard let byte = byte(at: offset) else { return .end }
        switch byte {
        case UInt8(ascii: "'"), UInt8(ascii: "\""): return try string(quote: byte)
        case UInt8(ascii: "-"): return try number()
        case _ where TemplateSource.isDigit(byte): return try number()
        case UInt8(ascii: "_"): return identifier()
        case _ where TemplateSource.isLetter(byte): return identifier()
        default: return try sign()
        }
    }

    private mutating func string(quote: UInt8) throws(TaskTemplateError) -> LiquidMarkupToken.Kind {
        let start = offset + 1
        guard let close = (start..<max(start, end)).first(where: { source.bytes[$0] == quote })
        else { throw source.error("a string without an end", at: offset) }
        offset = close + 1
        return .string(source.text(start..<close))
    }

    private mutating func number() throws(TaskTemplateError) -> LiquidMarkupToken.Kind {
        let start = offset
        offset += 1
        skipDigits()
        if byte(at: offset) == UInt8(ascii: "."), let digit = byte(at: offset + 1),
            TemplateSource.isDigit(digit)
        {
            offset += 1
            skipDigits()
        }
        let text = source.text(start..<offset)
        if let integer = Int64(text) { return .integer(integer) }
        guard let number = Double(text), number.isFinite else {
            throw source.error("'\(text.prefix(20))' is not a number", at: start)
        }
        return .number(number)
    }

    private mutating func skipDigits() {
        while let byte = byte(at: offset), TemplateSource.isDigit(byte) { offset += 1 }
    }

    /// Letters, digits, `_` and `-`, as in `prelabel-metadata`, and a last `?`.
    private mutating func identifier() -> LiquidMarkupToken.Kind {
        let start = offset
        while let byte = byte(at: offset),
            TemplateSource.isLetter(byte) || TemplateSource.isDigit(byte)
                || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
        {
            offset += 1
        }
        if byte(at: offset) == UInt8(ascii: "?") { offset += 1 }
        return .identifier(source.text(start..<offset))
    }

    private mutating func sign() throws(TaskTemplateError) -> LiquidMarkupToken.Kind {
        let ahead = source.bytes[offset..<min(offset + 2, end)]
        guard let sign = Self.signs.first(where: { ahead.starts(with: Array($0.utf8)) }) else {
            let character = source.text(offset..<end).prefix(1)
            throw source.error("'\(character)' is not understood here", at: offset)
        }
        offset += sign.utf8.count
        return .sign(sign)
    }
}
