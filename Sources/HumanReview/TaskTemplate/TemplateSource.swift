/// A template's bytes, and the lines and columns in them.
struct TemplateSource: Hashable, Sendable {
    let bytes: [UInt8]

    init(_ text: String) { bytes = Array(text.utf8) }

    /// The text of a range; a range that splits a character has replacement characters.
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// An error at an offset.
    func error(_ reason: String, at offset: Int) -> TaskTemplateError {
        let before = bytes.prefix(offset)
        let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let column = String(decoding: before[lineStart...], as: UTF8.self).unicodeScalars.count + 1
        return TaskTemplateError(
            line: before.count { $0 == 0x0A } + 1, column: column,
            reason: PlainText.withoutControlCharacters(reason))
    }

    /// Whether the bytes at an offset are those of an ASCII text.
    func hasPrefix(_ prefix: StaticString, at offset: Int) -> Bool {
        bytes.dropFirst(offset).starts(with: Array("\(prefix)".utf8))
    }

    /// The offset of the next occurrence of two bytes, or nil.
    func firstIndex(of first: UInt8, _ second: UInt8, from start: Int) -> Int? {
        var offset = start
        while offset + 1 < bytes.count {
            if bytes[offset] == first, bytes[offset + 1] == second { return offset }
            offset += 1
        }
        return nil
    }

    /// The range without the white space at the chosen ends.
    func trim(_ range: Range<Int>, start: Bool, end: Bool) -> Range<Int> {
        var (low, high) = (range.lowerBound, range.upperBound)
        while start, low < high, Self.isWhitespace(bytes[low]) { low += 1 }
        while end, low < high, Self.isWhitespace(bytes[high - 1]) { high -= 1 }
        return low..<high
    }

    static func isWhitespace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
