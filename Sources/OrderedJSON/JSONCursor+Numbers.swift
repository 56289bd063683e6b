extension JSONCursor {
    /// Longer numbers are refused: no sum of digits is worth the time of converting megabytes.
    private static let longestNumber = 2048

    /// A number by RFC 8259's grammar; the cursor is at its sign or first digit.
    mutating func number() throws(JSONParsingError) -> JSONValue {
        let start = offset
        _ = skip("-")
        if !skip("0") { try skipDigits() }
        let isWhole = try !skipFractionAndExponent()
        guard offset - start <= Self.longestNumber else {
            throw error("a number of more than \(Self.longestNumber) characters", at: start)
        }
        let text = String(decoding: bytes[start..<offset], as: UTF8.self)
        if isWhole, let integer = Int64(text) { return .integer(integer) }
        guard let number = Double(text), number.isFinite else {
            throw error("a number must be finite", at: start)
        }
        return .number(number)
    }

    /// Whether there was any of them.
    private mutating func skipFractionAndExponent() throws(JSONParsingError) -> Bool {
        let hasFraction = skip(".")
        if hasFraction { try skipDigits() }
        guard skip("e") || skip("E") else { return hasFraction }
        _ = skip("+") || skip("-")
        try skipDigits()
        return true
    }

    private mutating func skipDigits() throws(JSONParsingError) {
        let start = offset
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
            offset += 1
        }
        guard offset > start else { throw expected("a digit") }
    }
}
