extension JSONCursor {
    /// A string and both its quotes; the cursor is at the opening one.
    mutating func string() throws(JSONParsingError) -> String {
        let opening = offset
        let quote = bytes[offset]
        offset += 1
        var content = skipPlainBytes(before: quote)
        while let byte = next, byte != quote {
            guard byte == UInt8(ascii: "\\") else {
                throw expected("'\\' before a control character")
            }
            try appendEscape(to: &content)
            content += skipPlainBytes(before: quote)
        }
        guard next != nil else { throw error("a string without an end", at: opening) }
        offset += 1
        guard let text = String(validating: content, as: UTF8.self) else {
            throw error("a string that is not UTF-8", at: opening)
        }
        return text
    }

    /// Passes over bytes that stand for themselves.
    private mutating func skipPlainBytes(before quote: UInt8) -> ArraySlice<UInt8> {
        let start = offset
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == quote || byte == UInt8(ascii: "\\") || byte < 0x20 { break }
            offset += 1
        }
        return bytes[start..<offset]
    }

    private mutating func appendEscape(to content: inout ArraySlice<UInt8>) throws(JSONParsingError)
    {
        offset += 1
        let escaped = next
        switch escaped {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
            content.append(bytes[offset])
        case UInt8(ascii: "'") where isLenient: content.append(bytes[offset])
        case UInt8(ascii: "b"): content.append(0x08)
        case UInt8(ascii: "f"): content.append(0x0C)
        case UInt8(ascii: "n"): content.append(0x0A)
        case UInt8(ascii: "r"): content.append(0x0D)
        case UInt8(ascii: "t"): content.append(0x09)
        case UInt8(ascii: "u"):
            offset += 1
            content.append(contentsOf: Array(String(Character(try scalar())).utf8))
            return
        default: throw expected("an escape sequence")
        }
        offset += 1
    }

    /// The scalar of the four hexadecimal digits ahead, and of the second half of a surrogate pair.
    private mutating func scalar() throws(JSONParsingError) -> Unicode.Scalar {
        let start = offset
        let unit = try codeUnit()
        if let scalar = Unicode.Scalar(UInt32(unit)) { return scalar }
        guard UTF16.isLeadSurrogate(unit), skip("\\"), skip("u") else {
            throw error("half a surrogate pair", at: start)
        }
        let trail = try codeUnit()
        guard UTF16.isTrailSurrogate(trail) else { throw error("half a surrogate pair", at: start) }
        return UTF16.decode(UTF16.EncodedScalar([unit, trail]))
    }

    private mutating func codeUnit() throws(JSONParsingError) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw expected("four hexadecimal digits")
            }
            unit = unit << 4 | UInt16(truncatingIfNeeded: digit)
            offset += 1
        }
        return unit
    }
}
