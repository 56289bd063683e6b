/// HTML's character references: writing and reading them.
enum MarkupText {
    /// A text with `&`, `<`, `>` and quotes as references, as Liquid's `escape` writes them.
    static func escape(_ text: String) -> String {
        guard text.utf8.contains(where: { reference(for: $0) != nil }) else { return text }
        var escaped: [UInt8] = []
        escaped.reserveCapacity(text.utf8.count)
        for byte in text.utf8 { append(byte, to: &escaped) }
        return String(decoding: escaped, as: UTF8.self)
    }

    /// The same, but a reference already there stays.
    static func escapeOnce(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var escaped: [UInt8] = []
        var offset = 0
        while offset < bytes.count {
            if let (_, length) = reference(in: bytes, at: offset) {
                escaped += bytes[offset..<(offset + length)]
                offset += length
            } else {
                append(bytes[offset], to: &escaped)
                offset += 1
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }

    /// A text whose references are the characters they stand for; unknown ones stay as they are.
    static func decode(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        let bytes = Array(text.utf8)
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var offset = 0
        while offset < bytes.count {
            if let (character, length) = reference(in: bytes, at: offset) {
                decoded += UTF8.encode(character) ?? UTF8.encodedReplacementCharacter
                offset += length
            } else {
                decoded.append(bytes[offset])
                offset += 1
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    private static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
        if let reference = reference(for: byte) {
            bytes += reference.utf8
        } else {
            bytes.append(byte)
        }
    }

    /// The reference that is written for a character, nil for one that stays.
    private static func reference(for byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }

    /// The character of the reference that begins at an offset, and the bytes it takes.
    private static func reference(in bytes: [UInt8], at offset: Int) -> (Unicode.Scalar, Int)? {
        guard bytes[offset] == UInt8(ascii: "&") else { return nil }
        let body = bytes.dropFirst(offset + 1).prefix(longestName).prefix { byte in
            TemplateSource.isLetter(byte) || TemplateSource.isDigit(byte)
                || byte == UInt8(ascii: "#")
        }
        guard body.endIndex < bytes.count, bytes[body.endIndex] == UInt8(ascii: ";") else {
            return nil
        }
        let name = String(decoding: body, as: UTF8.self)
        guard let scalar = name.hasPrefix("#") ? numeric(name.dropFirst()) : names[name] else {
            return nil
        }
        return (scalar, body.count + 2)
    }

    private static let longestName = 10

    private static func numeric(_ digits: Substring) -> Unicode.Scalar? {
        let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
        let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return value.map { Unicode.Scalar($0).flatMap { $0 == "\0" ? nil : $0 } ?? "\u{FFFD}" }
    }

    /// The named references that instructions are written with.
    private static let names: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
        "iexcl": "¡", "cent": "¢", "pound": "£", "yen": "¥", "sect": "§", "copy": "©",
        "laquo": "«", "raquo": "»", "reg": "®", "deg": "°", "plusmn": "±", "sup2": "²",
        "sup3": "³", "micro": "µ", "para": "¶", "middot": "·", "frac12": "½", "frac14": "¼",
        "iquest": "¿", "times": "×", "divide": "÷", "ndash": "–", "mdash": "—", "lsquo": "‘",
        "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„", "bull": "•",
        "hellip": "…", "euro": "€", "trade": "™", "larr": "←", "uarr": "↑", "rarr": "→",
        "darr": "↓", "harr": "↔", "rArr": "⇒", "ne": "≠", "le": "≤", "ge": "≥", "asymp": "≈",
        "minus": "−", "check": "✓", "cross": "✗", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü",
        "auml": "ä", "ouml": "ö", "uuml": "ü", "szlig": "ß", "agrave": "à", "eacute": "é",
        "egrave": "è", "ecirc": "ê", "ccedil": "ç", "ntilde": "ñ", "oacute": "ó", "aacute": "á",
        "iacute": "í", "uacute": "ú", "thinsp": "\u{2009}", "ensp": "\u{2002}",
        "emsp": "\u{2003}",
    ]
}
