/// Cuts a Liquid template into text, outputs and tags; takes out comments, keeps what is raw, and
/// applies the white-space control of `{%-` and `-%}`.
struct LiquidLexer {
    private let source: TemplateSource
    private var offset = 0
    private var tokens: [LiquidToken] = []
    /// Whether the last delimiter ended in `-`.
    private var trimsNextText = false

    init(_ source: TemplateSource) { self.source = source }

    /// All tokens of the template.
    static func tokens(of source: TemplateSource) throws(TaskTemplateError) -> [LiquidToken] {
        var lexer = LiquidLexer(source)
        while lexer.offset < source.bytes.count { try lexer.readNext() }
        return lexer.tokens
    }

    /// A delimited piece: its inside, and whether it trims the text before and after it.
    private struct Delimited {
        var inside: Range<Int>
        var trimsBefore: Bool
        var trimsAfter: Bool
        var end: Int
    }

    private mutating func readNext() throws(TaskTemplateError) {
        let start = nextDelimiter(from: offset)
        guard start < source.bytes.count else {
            return appendText(offset..<start, trimsEnd: false)
        }
        let piece = try delimited(at: start)
        appendText(offset..<start, trimsEnd: piece.trimsBefore)
        offset = piece.end
        trimsNextText = piece.trimsAfter
        if source.bytes[start + 1] == UInt8(ascii: "{") {
            tokens.append(.output(markup: piece.inside, offset: start))
        } else {
            try readTag(piece.inside, at: start)
        }
    }

    private mutating func appendText(_ range: Range<Int>, trimsEnd: Bool) {
        let kept = source.trim(range, start: trimsNextText, end: trimsEnd)
        if !kept.isEmpty { tokens.append(.text(kept)) }
        offset = range.upperBound
        trimsNextText = false
    }

    private mutating func readTag(_ inside: Range<Int>, at start: Int) throws(TaskTemplateError) {
        let (name, markup) = splitTag(inside)
        switch name {
        case "#": break
        case "raw": try readRaw(from: start)
        case "comment": try skipComment(from: start)
        default: tokens.append(.tag(name: name, markup: markup, offset: start))
        }
    }

    private func splitTag(_ inside: Range<Int>) -> (name: String, markup: Range<Int>) {
        let trimmed = source.trim(inside, start: true, end: true)
        if source.hasPrefix("#", at: trimmed.lowerBound), !trimmed.isEmpty { return ("#", trimmed) }
        let nameEnd =
            trimmed.first { TemplateSource.isWhitespace(source.bytes[$0]) } ?? trimmed.upperBound
        return (source.text(trimmed.lowerBound..<nameEnd), nameEnd..<trimmed.upperBound)
    }

    private mutating func readRaw(from start: Int) throws(TaskTemplateError) {
        var place = offset
        while let found = source.firstIndex(
            of: UInt8(ascii: "{"), UInt8(ascii: "%"), from: place)
        {
            place = found + 2
            guard isEndOfRaw(from: place) else { continue }
            let piece = try delimited(at: found)
            appendText(offset..<found, trimsEnd: piece.trimsBefore)
            (offset, trimsNextText) = (piece.end, piece.trimsAfter)
            return
        }
        throw source.error("'raw' has no 'endraw'", at: start)
    }

    private func isEndOfRaw(from inside: Int) -> Bool {
        let start = source.hasPrefix("-", at: inside) ? inside + 1 : inside
        let name = source.trim(start..<source.bytes.count, start: true, end: false).lowerBound
        return source.hasPrefix("endraw", at: name)
    }

    private mutating func skipComment(from start: Int) throws(TaskTemplateError) {
        var depth = 1
        while let found = source.firstIndex(
            of: UInt8(ascii: "{"), UInt8(ascii: "%"), from: offset)
        {
            guard let piece = try? delimited(at: found) else { break }
            (offset, trimsNextText) = (piece.end, piece.trimsAfter)
            switch splitTag(piece.inside).name {
            case "comment": depth += 1
            case "endcomment": depth -= 1
            default: break
            }
            if depth == 0 { return }
        }
        throw source.error("'comment' has no 'endcomment'", at: start)
    }

    private func nextDelimiter(from start: Int) -> Int {
        var place = start
        while place + 1 < source.bytes.count {
            let second = source.bytes[place + 1]
            if source.bytes[place] == UInt8(ascii: "{"),
                second == UInt8(ascii: "{") || second == UInt8(ascii: "%")
            {
                return place
            }
            place += 1
        }
        return source.bytes.count
    }

    private func delimited(at start: Int) throws(TaskTemplateError) -> Delimited {
        let isOutput = source.bytes[start + 1] == UInt8(ascii: "{")
        let close = isOutput ? UInt8(ascii: "}") : UInt8(ascii: "%")
        guard let end = source.firstIndex(of: close, UInt8(ascii: "}"), from: start + 2) else {
            throw source.error(
                isOutput ? "'{{' has no '}}'" : "'{%' has no '%}'", at: start)
        }
        let dash = UInt8(ascii: "-")
        let trimsBefore = end > start + 2 && source.bytes[start + 2] == dash
        let low = start + (trimsBefore ? 3 : 2)
        let trimsAfter = end > low && source.bytes[end - 1] == dash
        return Delimited(
            inside: low..<(trimsAfter ? end - 1 : end), trimsBefore: trimsBefore,
            trimsAfter: trimsAfter, end: end + 2)
    }
}
