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
        String(decoding: bytes(of: value), as: UTF8.self)
    }

    /// The same as UTF-8.
    package func bytes(of value: JSONValue) -> [UInt8] {
        var bytes: [UInt8] = []
        append(value, to: &bytes, depth: 0)
        return bytes
    }

    private func append(_ value: JSONValue, to bytes: inout [UInt8], depth: Int) {
        switch value {
        case .null: bytes += "null".utf8
        case .bool(let flag): bytes += (flag ? "true" : "false").utf8
        case .integer(let integer): bytes += String(integer).utf8
        case .number(let number): bytes += (FloatingPointText.python(number) ?? "null").utf8
        case .string(let string): append(string: string, to: &bytes)
        case .array(let elements):
            append(elements, between: "[", "]", to: &bytes, depth: depth) { element, bytes in
                append(element, to: &bytes, depth: depth + 1)
            }
        case .object(let members):
            append(members, between: "{", "}", to: &bytes, depth: depth) { member, bytes in
                append(string: member.name, to: &bytes)
                bytes += (style == .compact ? ":" : ": ").utf8
                append(member.value, to: &bytes, depth: depth + 1)
            }
        }
    }

    private func append<Item>(
        _ items: [Item], between open: Unicode.Scalar, _ close: Unicode.Scalar,
        to bytes: inout [UInt8], depth: Int, appendItem: (Item, inout [UInt8]) -> Void
    ) {
        bytes.append(UInt8(ascii: open))
        for (index, item) in items.enumerated() {
            if index > 0 { bytes += (style == .python ? ", " : ",").utf8 }
            appendLineBreak(to: &bytes, depth: depth + 1)
            appendItem(item, &bytes)
        }
        if !items.isEmpty { appendLineBreak(to: &bytes, depth: depth) }
        bytes.append(UInt8(ascii: close))
    }

    private func appendLineBreak(to bytes: inout [UInt8], depth: Int) {
        guard style == .pretty else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes += repeatElement(UInt8(ascii: " "), count: depth * 2)
    }

    private func append(string: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        if string.utf8.allSatisfy(Self.isPlain) {
            bytes += string.utf8
        } else {
            for scalar in string.unicodeScalars { append(scalar, to: &bytes) }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Whether a byte is an ASCII character that no style escapes.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    private func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        switch scalar {
        case "\"": bytes += "\\\"".utf8
        case "\\": bytes += "\\\\".utf8
        case "\n": bytes += "\\n".utf8
        case "\r": bytes += "\\r".utf8
        case "\t": bytes += "\\t".utf8
        case "\u{8}": bytes += "\\b".utf8
        case "\u{C}": bytes += "\\f".utf8
        case _ where mustEscape(scalar): appendEscape(of: scalar, to: &bytes)
        default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
        }
    }

    private func mustEscape(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029: true
        default: style == .python && !scalar.isASCII
        }
    }

    private func appendEscape(of scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
            let digits = String(unit, radix: 16)
            bytes += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
        }
    }
}
