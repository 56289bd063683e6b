/// Cuts an XML file's bytes, known to be UTF-8, into tags and text.
struct XMLScanner {
    enum Token: Equatable {
        case start(name: String, line: Int, isEmpty: Bool)
        case end(name: String)
        case text(String)
    }

    private let bytes: [UInt8]
    private let source: String
    private var place = 0
    private var line = 1

    init(bytes: [UInt8], source: String) {
        self.bytes = bytes
        self.source = source
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    }

    /// The next tag or run of text; nil at the end.
    ///
    /// - Parameter isInside: whether an element is open; outside of one only blanks may stand.
    /// - Returns: a start tag, an end tag or text with its references replaced.
    /// - Throws: ``DatasetFormatError``.
    mutating func next(isInside: Bool) throws -> Token? {
        while place < bytes.count {
            if starts(with: "<!--") {
                try skip(past: "-->", opening: "<!--")
            } else if starts(with: "<?") {
                try skip(past: "?>", opening: "<?")
            } else if starts(with: "<![CDATA["), isInside {
                return try characterData()
            } else if starts(with: "<!") {
                throw error("document types and their entities are not read")
            } else if bytes[place] == UInt8(ascii: "<") {
                return try tag()
            } else if isInside {
                return try text()
            } else if isBlank(bytes[place]) {
                advance(1)
            } else {
                throw error("text outside of the root element")
            }
        }
        return nil
    }

    func error(_ reason: String) -> DatasetFormatError {
        DatasetFormatError(source: source, line: line, reason: reason)
    }

    private mutating func tag() throws -> Token {
        let begun = line
        advance(1)
        let isEnd = place < bytes.count && bytes[place] == UInt8(ascii: "/")
        if isEnd { advance(1) }
        let name = try name()
        var quote: UInt8?
        while place < bytes.count {
            let byte = bytes[place]
            if byte == UInt8(ascii: "<") { throw error("'<' inside of a tag") }
            advance(1)
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                let isEmpty = bytes[place - 2] == UInt8(ascii: "/")
                return isEnd ? .end(name: name) : .start(name: name, line: begun, isEmpty: isEmpty)
            }
        }
        throw error("<\(name.prefix(40)) has no '>'")
    }

    private mutating func name() throws -> String {
        let start = place
        let ends = [UInt8(ascii: "/"), UInt8(ascii: ">"), UInt8(ascii: "<")]
        while place < bytes.count, !isBlank(bytes[place]), !ends.contains(bytes[place]) {
            guard bytes[place] > 32, bytes[place] != UInt8(ascii: "&") else { break }
            advance(1)
        }
        guard place > start, place - start <= 256 else { throw error("a tag without a name") }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private mutating func text() throws -> Token {
        var result: [UInt8] = []
        while place < bytes.count, bytes[place] != UInt8(ascii: "<") {
            if bytes[place] == UInt8(ascii: "&") {
                result += Array(String(try reference()).utf8)
            } else {
                try rejectControl(bytes[place])
                result.append(bytes[place])
                advance(1)
            }
        }
        return .text(String(decoding: result, as: UTF8.self))
    }

    private mutating func characterData() throws -> Token {
        advance(9)
        let start = place
        while place < bytes.count, !starts(with: "]]>") {
            try rejectControl(bytes[place])
            advance(1)
        }
        guard place < bytes.count else { throw error("<![CDATA[ has no ]]>") }
        defer { advance(3) }
        return .text(String(decoding: bytes[start..<place], as: UTF8.self))
    }

    /// The character a reference such as `&lt;` or `&#228;` stands for.
    private mutating func reference() throws -> Unicode.Scalar {
        let limit = min(place + 12, bytes.count)
        guard let end = bytes[place..<limit].firstIndex(of: UInt8(ascii: ";")) else {
            throw error("'&' begins no reference; write &amp;")
        }
        let body = String(decoding: bytes[(place + 1)..<end], as: UTF8.self)
        advance(end + 1 - place)
        switch body {
        case "lt": return "<"
        case "gt": return ">"
        case "amp": return "&"
        case "quot": return "\""
        case "apos": return "'"
        default: break
        }
        let digits = body.hasPrefix("#x") ? body.dropFirst(2) : body.dropFirst(1)
        guard body.hasPrefix("#"), !digits.hasPrefix("+"), !digits.hasPrefix("-"),
            let value = UInt32(digits, radix: body.hasPrefix("#x") ? 16 : 10),
            let scalar = Unicode.Scalar(value),
            value >= 32 || value == 9 || value == 10 || value == 13
        else { throw error("'&\(body);' is not a character") }
        return scalar
    }

    private mutating func skip(past closing: StaticString, opening: String) throws {
        advance(opening.utf8.count)
        while place < bytes.count, !starts(with: closing) { advance(1) }
        guard place < bytes.count else { throw error("\(opening) is not closed") }
        advance(closing.utf8CodeUnitCount)
    }

    private func rejectControl(_ byte: UInt8) throws {
        guard byte < 32, !isBlank(byte) else { return }
        throw error("control character \(byte)")
    }

    private func isBlank(_ byte: UInt8) -> Bool {
        byte == 32 || byte == 9 || byte == 10 || byte == 13
    }

    private func starts(with text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard bytes.count - place >= count else { return false }
        return text.withUTF8Buffer { bytes[place..<(place + count)].elementsEqual($0) }
    }

    private mutating func advance(_ count: Int) {
        let end = min(place + count, bytes.count)
        for index in place..<end where bytes[index] == UInt8(ascii: "\n") { line += 1 }
        place = end
    }
}
