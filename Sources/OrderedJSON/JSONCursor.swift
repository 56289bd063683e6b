/// A position in the bytes of a JSON text, and the small steps every rule of the grammar takes.
struct JSONCursor {
    let bytes: [UInt8]
    let isLenient: Bool
    let maximumDepth: Int
    var offset = 0

    init(_ bytes: [UInt8], isLenient: Bool, maximumDepth: Int) {
        self.bytes = bytes
        self.isLenient = isLenient
        self.maximumDepth = maximumDepth
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    }

    /// The byte ahead, or nil at the end.
    var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    /// Passes over a byte if it is the one ahead.
    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        offset += 1
        return true
    }

    mutating func skipWhitespace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            offset += 1
        }
    }

    /// An error at an offset, the current one when none is given.
    func error(_ reason: String, at place: Int? = nil) -> JSONParsingError {
        let before = bytes.prefix(place ?? offset)
        let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return JSONParsingError(
            line: before.count { $0 == 0x0A } + 1,
            column: String(decoding: before[lineStart...], as: UTF8.self).unicodeScalars.count + 1,
            reason: reason)
    }

    func expected(_ what: String) -> JSONParsingError {
        error("expected \(what), found \(descriptionOfNext)")
    }

    private var descriptionOfNext: String {
        guard let byte = next else { return "the end" }
        guard (0x20..<0x7F).contains(byte) else { return "byte 0x" + String(byte, radix: 16) }
        return "'\(Unicode.Scalar(byte))'"
    }
}
