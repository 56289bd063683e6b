/// How many terminal columns text takes, after the Unicode East Asian Width property.
package enum DisplayWidth {
    /// The columns of a text as ``CellGrid/write(_:column:row:style:limit:)`` would draw it.
    package static func of(_ text: String) -> Int {
        text.reduce(0) { $0 + printable($1).width }
    }

    /// The text cut to `columns`, with `..` at its end when something was cut: terminal fonts that have
    /// no ellipsis are common.
    package static func truncate(_ text: String, to columns: Int) -> String {
        guard of(text) > columns else { return text }
        let mark = columns >= 4 ? ".." : ""
        var kept = ""
        var width = mark.utf8.count
        for character in text {
            width += printable(character).width
            guard width <= columns else { break }
            kept.append(character)
        }
        return kept + mark
    }

    /// What to draw for a character, never one that a terminal would obey, and its columns.
    static func printable(_ character: Character) -> (character: Character, width: Int) {
        guard let first = character.unicodeScalars.first else { return (character, 0) }
        switch first.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .lineSeparator, .paragraphSeparator,
            .unassigned:
            return ("·", 1)
        case .nonspacingMark, .enclosingMark, .spacingMark:
            return ("·", 1)
        default:
            return (character, isWide(first) ? 2 : 1)
        }
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        wideRanges.contains { $0.contains(scalar.value) }
    }

    /// The blocks whose characters are Wide or Fullwidth in EastAsianWidth.txt.
    private static let wideRanges: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
        0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
        0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
    ]
}
