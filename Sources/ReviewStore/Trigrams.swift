/// The three-letter pieces of a text that is searched for in file names.
struct Trigrams {
    /// What the full-text table is asked for, or nil when no three letters are known.
    let query: String?

    /// The pieces of a text.
    init(of text: String) { self.init(parts: [Array(text.unicodeScalars)]) }

    /// The pieces of the texts that a pattern wants in a name.
    init(of pattern: GlobPattern) { self.init(parts: pattern.texts) }

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
