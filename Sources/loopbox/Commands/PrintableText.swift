/// Text from files, names and templates made safe to send to a terminal.
nonisolated enum PrintableText {
    /// The text on one line, with every character a terminal could obey, or hide something with, written
    /// as an escape: `\x1B`, `\n`, `\u{202E}`.
    static func of(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
        var printable = ""
        for scalar in text.unicodeScalars {
            if isUnsafe(scalar) {
                printable += escape(scalar)
            } else {
                printable.unicodeScalars.append(scalar)
            }
        }
        return printable
    }

    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
            .unassigned:
            true
        default: false
        }
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        switch scalar {
        case "\n": return "\\n"
        case "\t": return "\\t"
        case "\r": return "\\r"
        case _ where scalar.value < 0x100:
            return "\\x" + String(repeating: "0", count: 2 - digits.count) + digits
        default: return "\\u{\(digits)}"
        }
    }
}
