internal import Screen

/// Breaking text into lines at spaces.
enum TextWrap {
    /// Lines of at most `width` columns; line feeds are kept, list items hang by their bullet, and a
    /// word longer than a line is cut.
    static func lines(_ text: String, width: Int) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
            wrap(String($0), width: max(8, width))
        }
    }

    private static func wrap(_ text: String, width: Int) -> [String] {
        let indent = text.prefix { $0 == " " }.count + (text.contains("· ") ? 2 : 0)
        let hanging = String(repeating: " ", count: min(indent, width / 2))
        var lines: [String] = []
        var line = String(text.prefix { $0 == " " })
        var isEmpty = true
        for word in text.split(separator: " ") {
            let word = DisplayWidth.truncate(String(word), to: width - hanging.count)
            if !isEmpty, DisplayWidth.of(line) + DisplayWidth.of(word) + 1 > width {
                lines.append(line)
                line = hanging
                isEmpty = true
            }
            line += isEmpty ? word : " " + word
            isEmpty = false
        }
        return lines + [line]
    }
}
