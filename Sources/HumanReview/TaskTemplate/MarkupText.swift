/// HTML's character references: writing and reading them.
enum MarkupText {
    /// A text with `&`, `<`, `>` and quotes as references, as Liquid's `escape` writes them.
    static func escape(_ text: String) -> String {
        var escaped = ""
        escaped.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars { append(scalar, to: &escaped) }
        return escaped
    }

    /// The same, but a reference already there stays.
    static func escapeOnce(_ text: String) -> String {
        var escaped = ""
        var rest = text.unicodeScalars[...]
        while let scalar = rest.first {
            if scalar == "&", let (_, length) = reference(at: rest) {
                escaped.unicodeScalars.append(contentsOf: rest.prefix(length))
                rest = rest.dropFirst(length)
            } else {
                append(scalar, to: &escaped)
                rest = rest.dropFirst()
            }
        }
        return escaped
    }

    /// A text whose references are the characters they stand for; unknown ones stay as they are.
    static func decode(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var decoded = ""
        var rest = text.unicodeScalars[...]
        while let scalar = rest.first {
            if scalar == "&", let (character, length) = reference(at: rest) {
                decoded.unicodeScalars.append(character)
                rest = rest.dropFirst(length)
            } else {
                decoded.unicodeScalars.append(scalar)
                rest = rest.dropFirst()
            }
        }
        return decoded
    }

    private static func append(_ scalar: Unicode.Scalar, to text: inout String) {
        switch scalar {
        case "&": text += "&amp;"
        case "<": text += "&lt;"
        case ">": text += "&gt;"
        case "\"": text += "&quot;"
        case "'": text += "&#39;"
        default: text.unicodeScalars.append(scalar)
        }
    }

    /// The character of the reference a text begins with, and the scalars it takes.
    private static func reference(
        at text: Substring.UnicodeScalarView
    ) -> (Unicode.Scalar, Int)? {
        let body = text.dropFirst().prefix { $0.isASCII && $0 != ";" && $0 != "&" && $0 != " " }
            .prefix(10)
        guard text.dropFirst(1 + body.count).first == ";" else { return nil }
        let name = String(body)
        guard let scalar = name.hasPrefix("#") ? numeric(name.dropFirst()) : names[name] else {
            return nil
        }
        return (scalar, body.count + 2)
    }

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
