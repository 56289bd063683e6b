/// The three-letter pieces of a text that is searched for in file names.
struct Trigrams {
    /// What the full-text table is asked for, or nil when no three letters are known.
    let query: String?

    /// The pieces of a text.
    init(of text: String) { self.init(parts: [Array(text.unicodeScalars)]) }

    /// The pieces of what a pattern has besides `*`, `?` and `[…]`.
    init(ofPattern pattern: String) {
        // Of a path only the name is in the table.
        let name = pattern.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        var parts: [[Unicode.Scalar]] = [[]]
        var isInSet = false
        for scalar in name.unicodeScalars {
            switch scalar {
            case "[": isInSet = true
            case "]" where isInSet: isInSet = false
            case "*", "?": break
            default:
                if !isInSet { parts[parts.count - 1].append(scalar) }
                continue
            }
            parts.append([])
        }
        // A set that does not end is plain text, or none; either way the pattern alone decides.
        self.init(parts: isInSet ? [] : parts)
    }

    private init(parts: [[Unicode.Scalar]]) {
        let pieces = parts.flatMap { part in
            (0..<max(0, part.count - 2)).map { start -> String in
                var piece = String.UnicodeScalarView()
                piece.append(contentsOf: part[start..<start + 3])
                return String(piece)
            }
        }
        let isPlain = pieces.allSatisfy { $0.unicodeScalars.allSatisfy { $0 != "\0" } }
        query =
            pieces.isEmpty || !isPlain
            ? nil
            : pieces.map { piece in
                "\"" + piece.flatMap { $0 == "\"" ? "\"\"" : String($0) } + "\""
            }.joined(separator: " AND ")
    }
}
