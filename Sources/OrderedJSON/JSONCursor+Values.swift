extension JSONCursor {
    /// The whole text: one value and white space around it.
    mutating func document() throws(JSONParsingError) -> JSONValue {
        let value = try self.value(depth: 0)
        skipWhitespace()
        guard next == nil else { throw expected("the end") }
        return value
    }

    private mutating func value(depth: Int) throws(JSONParsingError) -> JSONValue {
        skipWhitespace()
        switch next ?? 0 {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "'") where isLenient: return .string(try string())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        default: return try literal()
        }
    }

    private mutating func array(depth: Int) throws(JSONParsingError) -> JSONValue {
        try enter(depth)
        var elements: [JSONValue] = []
        while try hasElement(before: "]", isFirst: elements.isEmpty) {
            elements.append(try value(depth: depth + 1))
        }
        return .array(elements)
    }

    private mutating func object(depth: Int) throws(JSONParsingError) -> JSONValue {
        try enter(depth)
        var members: [JSONValue.Member] = []
        while try hasElement(before: "}", isFirst: members.isEmpty) {
            let name = try self.name()
            skipWhitespace()
            guard skip(":") else { throw expected("':'") }
            members.append(JSONValue.Member(name, try value(depth: depth + 1)))
        }
        return .object(members)
    }

    /// Passes over an opening bracket.
    private mutating func enter(_ depth: Int) throws(JSONParsingError) {
        guard depth < maximumDepth else {
            throw error("nested deeper than \(maximumDepth) levels")
        }
        offset += 1
    }

    /// Passes over the comma before the next element, or over the closing bracket.
    private mutating func hasElement(
        before close: Unicode.Scalar, isFirst: Bool
    ) throws(JSONParsingError) -> Bool {
        skipWhitespace()
        if isFirst { return !skip(close) }
        if skip(close) { return false }
        guard skip(",") else { throw expected("',' or '\(close)'") }
        skipWhitespace()
        return !(isLenient && skip(close))
    }

    private mutating func name() throws(JSONParsingError) -> String {
        if next == UInt8(ascii: "\"") || (isLenient && next == UInt8(ascii: "'")) {
            return try string()
        }
        let word = isLenient ? self.word() : ""
        guard !word.isEmpty else { throw expected("a name in double quotes") }
        return word
    }

    private mutating func literal() throws(JSONParsingError) -> JSONValue {
        let start = offset
        switch word() {
        case "null": return .null
        case "true": return .bool(true)
        case "false": return .bool(false)
        case "":
            throw expected("a value")
        case "NaN", "Infinity":
            throw error("a number must be finite", at: start)
        default:
            throw error("expected a value, found a word without quotes", at: start)
        }
    }

    /// ASCII letters, digits, `_` and `$`.
    private mutating func word() -> String {
        let start = offset
        while let byte = next, isWordByte(byte) { offset += 1 }
        return String(decoding: bytes[start..<offset], as: UTF8.self)
    }

    private func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"):
            true
        default: false
        }
    }
}
