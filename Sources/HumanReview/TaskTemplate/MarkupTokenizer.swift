/// Reads HTML as forgivingly as browsers do, one token after another, in time linear in its length.
struct MarkupTokenizer {
    private let bytes: [UInt8]
    private var offset = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// All tokens of a text.
    static func tokens(of text: String) -> [MarkupToken] {
        var tokenizer = MarkupTokenizer(Array(text.utf8))
        var tokens: [MarkupToken] = []
        while let token = tokenizer.next() { tokens.append(token) }
        return tokens
    }

    /// The next token, or nil at the end.
    mutating func next() -> MarkupToken? {
        while offset < bytes.count {
            guard isTagStart(offset) else { return text() }
            switch bytes[offset + 1] {
            case UInt8(ascii: "!"), UInt8(ascii: "?"): skipDeclaration()
            case UInt8(ascii: "/"): return endTag()
            default: return startTag()
            }
        }
        return nil
    }

    private func isTagStart(_ place: Int) -> Bool {
        guard bytes[place] == UInt8(ascii: "<"), place + 1 < bytes.count else { return false }
        return TemplateSource.isLetter(bytes[place + 1]) || "/!?".utf8.contains(bytes[place + 1])
    }

    private mutating func text() -> MarkupToken {
        let start = offset
        repeat { offset += 1 } while offset < bytes.count && !isTagStart(offset)
        return .text(MarkupText.decode(String(decoding: bytes[start..<offset], as: UTF8.self)))
    }

    private mutating func skipDeclaration() {
        let isComment = bytes.dropFirst(offset).starts(with: Array("<!--".utf8))
        let end = isComment ? Array("-->".utf8) : Array(">".utf8)
        offset += isComment ? 4 : 2
        while offset < bytes.count, !bytes.dropFirst(offset).starts(with: end) { offset += 1 }
        offset = min(offset + end.count, bytes.count)
    }

    private mutating func endTag() -> MarkupToken {
        let start = offset
        offset += 2
        let name = word(until: { TemplateSource.isWhitespace($0) || $0 == UInt8(ascii: ">") })
        while let byte = current, byte != UInt8(ascii: ">") { offset += 1 }
        offset = min(offset + 1, bytes.count)
        return .end(name: name.lowercased(), offset: start)
    }

    private mutating func startTag() -> MarkupToken {
        var tag = MarkupTag(name: "", attributes: [:], offset: offset)
        offset += 1
        tag.name = word(until: Self.endsName).lowercased()
        while let byte = current {
            if byte == UInt8(ascii: ">") {
                offset += 1
                skipContent(of: tag.name)
                return .start(tag)
            }
            if TemplateSource.isWhitespace(byte) || byte == UInt8(ascii: "/") {
                offset += 1
            } else {
                readAttribute(into: &tag)
            }
        }
        return .unfinished(offset: tag.offset)
    }

    private mutating func readAttribute(into tag: inout MarkupTag) {
        let first = offset
        offset += 1
        let rest = word(until: { $0 == UInt8(ascii: "=") || Self.endsName($0) })
        let name = String(decoding: bytes[first...first], as: UTF8.self) + rest
        skipWhitespace()
        var value = ""
        if current == UInt8(ascii: "=") {
            offset += 1
            skipWhitespace()
            value = MarkupText.decode(attributeValue())
        }
        if tag.attributes[name.lowercased()] == nil { tag.attributes[name.lowercased()] = value }
    }

    private mutating func attributeValue() -> String {
        guard let quote = current, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            return word(until: { TemplateSource.isWhitespace($0) || $0 == UInt8(ascii: ">") })
        }
        offset += 1
        let value = word(until: { $0 == quote })
        offset = min(offset + 1, bytes.count)
        return value
    }

    /// Scripts and styles are not for the eye, and what they hold is not HTML.
    private mutating func skipContent(of name: String) {
        guard name == "script" || name == "style" else { return }
        let end = Array("</".utf8) + Array(name.utf8)
        while offset < bytes.count, !startsIgnoringCase(end) { offset += 1 }
    }

    private func startsIgnoringCase(_ word: [UInt8]) -> Bool {
        guard offset + word.count <= bytes.count else { return false }
        return word.indices.allSatisfy { bytes[offset + $0] | 0x20 == word[$0] | 0x20 }
    }

    private var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    private mutating func skipWhitespace() {
        while let byte = current, TemplateSource.isWhitespace(byte) { offset += 1 }
    }

    private mutating func word(until isEnd: (UInt8) -> Bool) -> String {
        let start = offset
        while let byte = current, !isEnd(byte) { offset += 1 }
        return String(decoding: bytes[start..<offset], as: UTF8.self)
    }

    private static func endsName(_ byte: UInt8) -> Bool {
        TemplateSource.isWhitespace(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
    }
}
