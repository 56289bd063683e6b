/// Writes JSON: members in their order, floating-point numbers as Python's `repr` (the shortest text
/// that reads back the same, never one of an integer), so reading what was written gives the value.
///
/// JSON has no number that is not finite; such a one is written as `null`, as ECMAScript does.
/// Control characters are escaped in every style, so the text may be sent to a terminal.
package struct JSONWriter: Sendable {
    /// Separators and escapes.
    package enum Style: Hashable, Sendable {
        /// No white space.
        case compact
        /// One element or member a line, indented by two spaces.
        case pretty
        /// One line as Python's `json.dumps` writes it by default: a space after every `,` and `:`, and
        /// `\uXXXX` for all that is not ASCII.
        case python
    }

    private let style: Style

    /// A writer of a style.
    package init(style: Style = .compact) { self.style = style }

    /// The text of a value, without a line feed at its end.
    package func write(_ value: JSONValue) -> String {
        var text = ""
        append(value, to: &text, depth: 0)
        return text
    }

    private func append(_ value: JSONValue, to text: inout String, depth: Int) {
        switch value {
        case .null: text += "null"
        case .bool(let flag): text += flag ? "true" : "false"
        case .integer(let integer): text += String(integer)
        case .number(let number): text += FloatingPointText.python(number) ?? "null"
        case .string(let string): append(string: string, to: &text)
        case .array(let elements):
            append(elements, between: "[", "]", to: &text, depth: depth) { element, text in
                append(element, to: &text, depth: depth + 1)
            }
        case .object(let members):
            append(members, between: "{", "}", to: &text, depth: depth) { member, text in
                append(string: member.name, to: &text)
                text += style == .compact ? ":" : ": "
                append(member.value, to: &text, depth: depth + 1)
            }
        }
    }

    private func append<Item>(
        _ items: [Item], between open: String, _ close: String, to text: inout String, depth: Int,
        appendItem: (Item, inout String) -> Void
    ) {
        text += open
        for (index, item) in items.enumerated() {
            if index > 0 { text += style == .python ? ", " : "," }
            appendLineBreak(to: &text, depth: depth + 1)
            appendItem(item, &text)
        }
        if !items.isEmpty { appendLineBreak(to: &text, depth: depth) }
        text += close
    }

    private func appendLineBreak(to text: inout String, depth: Int) {
        guard style == .pretty else { return }
        text += "\n" + String(repeating: "  ", count: depth)
    }

    private func append(string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{8}": text += "\\b"
            case "\u{C}": text += "\\f"
            case _ where mustEscape(scalar): appendEscape(of: scalar, to: &text)
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }

    private func mustEscape(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: style == .python && !scalar.isASCII
        }
    }

    private func appendEscape(of scalar: Unicode.Scalar, to text: inout String) {
        for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
            let digits = String(unit, radix: 16)
            text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
    }
}
