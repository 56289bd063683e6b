import OrderedJSON

/// Keys and single values of YAML, plain or quoted.
enum YAMLScalar {
    /// A line's key and what follows its colon, without blanks; nil when there is none.
    static func keyAndValue(_ line: Substring) -> (key: String, value: Substring)? {
        let line = line.drop(while: \.isWhitespace)
        guard let end = keyEnd(of: line), let key = text(line[..<end]) else { return nil }
        return (key, withoutComment(line[line.index(after: end)...]))
    }

    /// The text of a value: what quotes hold, or the words up to a comment; nil for a broken quote.
    static func text(_ value: Substring) -> String? {
        let value = withoutComment(value)
        guard let quote = value.first, quote == "'" || quote == "\"" else { return String(value) }
        guard value.count >= 2, value.last == quote else { return nil }
        if quote == "'" {
            return value.dropFirst().dropLast().split(
                separator: "''", omittingEmptySubsequences: false
            ).joined(separator: "'")
        }
        guard case .string(let text) = try? JSONParser().parse(String(value)) else { return nil }
        return text
    }

    /// What stands between the commas of a value in brackets, and where its last one is; nil when it is
    /// not closed.
    static func flowParts(_ text: Substring) -> (parts: [Substring], end: Substring.Index)? {
        var parts: [String] = []
        var part = ""
        var quote: Character?
        var isComment = false
        for index in text.indices.dropFirst() {
            let character = text[index]
            if isComment {
                isComment = !character.isNewline
            } else if let open = quote {
                if character == open { quote = nil }
                part.append(character)
            } else if character == "]" || character == "}" {
                if !part.allSatisfy(\.isWhitespace) { parts.append(part) }
                return (parts.map { trimmed($0[...]) }, index)
            } else if character == "," {
                parts.append(part)
                part = ""
            } else if character == "#", part.last?.isWhitespace ?? true {
                isComment = true
            } else {
                if (character == "'" || character == "\"") && isAtStart(part) { quote = character }
                part.append(character)
            }
        }
        return nil
    }

    /// Whether a quote after this opens a quoted value: nothing before it, or a key and its colon.
    private static func isAtStart(_ part: String) -> Bool {
        let before = trimmed(part[...])
        return before.isEmpty || (before.last == ":" && part.last?.isWhitespace == true)
    }

    /// The colon that ends a key: outside of quotes and followed by a blank or nothing.
    private static func keyEnd(of line: Substring) -> Substring.Index? {
        var quote: Character?
        for index in line.indices {
            let character = line[index]
            if let open = quote {
                if character == open { quote = nil }
            } else if (character == "'" || character == "\"") && index == line.startIndex {
                quote = character
            } else if character == ":" {
                let next = line.index(after: index)
                if next == line.endIndex || line[next].isWhitespace { return index }
            }
        }
        return nil
    }

    /// A value without blanks round it and without the comment after ` #`.
    private static func withoutComment(_ value: Substring) -> Substring {
        let value = trimmed(value)
        guard value.contains("#") else { return value }
        var quote: Character?
        var before: Character = " "
        for index in value.indices {
            let character = value[index]
            if let open = quote {
                if character == open { quote = nil }
            } else if (character == "'" || character == "\"") && index == value.startIndex {
                quote = character
            } else if character == "#" && before.isWhitespace {
                return trimmed(value[..<index])
            }
            before = character
        }
        return value
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
