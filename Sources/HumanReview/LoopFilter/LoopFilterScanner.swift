/// Parts a filter's text into words, keys and values.
///
/// A word is `[-]key<comparison>value,value…` or `[-]text`. Quotes around a value or a text keep blanks,
/// commas and all else in it; a quote or backslash in quotes follows a backslash.
struct LoopFilterScanner {
    // Scalars rather than characters: a combining mark must not hide the quote or colon before it.
    private let scalars: [Unicode.Scalar]
    private var position = 0

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    /// The next word, or nil at the end.
    mutating func next() throws(LoopFilterError) -> LoopFilterWord? {
        while let scalar = current, scalar.properties.isWhitespace { position += 1 }
        guard current != nil else { return nil }
        var word = LoopFilterWord()
        if current == "-" {
            position += 1
            word.isNegated = true
            guard let next = current, !next.properties.isWhitespace else {
                throw LoopFilterError(column: position, "'-' turns the term after it around")
            }
        }
        if let key = key() {
            word.key = key
            word.comparison = comparison()
            word.values = try values()
        } else {
            word.values = [try value(endingAtComma: false)]
        }
        return word
    }

    private var current: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    /// Letters before a comparison, or nil, with nothing read, when the word begins otherwise.
    private mutating func key() -> LoopFilterWord.Piece? {
        var end = position
        while end < scalars.count, scalars[end].properties.isAlphabetic { end += 1 }
        guard end > position, end < scalars.count, ":<>=".unicodeScalars.contains(scalars[end])
        else { return nil }
        defer { position = end }
        return LoopFilterWord.Piece(text: Self.text(scalars[position..<end]), column: position)
    }

    private mutating func comparison() -> LoopCondition.Comparison {
        let first = current
        position += 1
        let isWithEqual = first != ":" && first != "=" && current == "="
        if isWithEqual { position += 1 }
        switch first {
        case "<": return isWithEqual ? .lessOrEqual : .less
        case ">": return isWithEqual ? .greaterOrEqual : .greater
        default: return .equal
        }
    }

    private mutating func values() throws(LoopFilterError) -> [LoopFilterWord.Piece] {
        var values = [try value(endingAtComma: true)]
        while current == "," {
            position += 1
            values.append(try value(endingAtComma: true))
        }
        return values
    }

    private mutating func value(
        endingAtComma: Bool
    ) throws(LoopFilterError) -> LoopFilterWord.Piece {
        let start = position
        var text: [Unicode.Scalar] = []
        while let scalar = current, !scalar.properties.isWhitespace,
            !(endingAtComma && scalar == ",")
        {
            if scalar == "\"" {
                text += try quoted()
            } else {
                text.append(scalar)
                position += 1
            }
        }
        return LoopFilterWord.Piece(text: Self.text(text[...]), column: start)
    }

    private mutating func quoted() throws(LoopFilterError) -> [Unicode.Scalar] {
        let start = position
        var text: [Unicode.Scalar] = []
        position += 1
        while var scalar = current {
            position += 1
            if scalar == "\"" { return text }
            if scalar == "\\", let escaped = current {
                scalar = escaped
                position += 1
            }
            text.append(scalar)
        }
        throw LoopFilterError(column: start, "this quote is not closed")
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }
}
