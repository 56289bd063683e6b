/// Reads the filter language.
enum LoopFilterParser {
    static func parse(
        _ text: String, order: LoopOrder
    ) throws(LoopFilterError) -> LoopFilter {
        var scanner = LoopFilterScanner(text)
        var filter = LoopFilter(order: order)
        while let word = try scanner.next() {
            guard let key = word.key else {
                filter.terms.append(try searched(word))
                continue
            }
            try add(word, key: try meaning(of: key), to: &filter)
        }
        return filter
    }

    private static func searched(_ word: LoopFilterWord) throws(LoopFilterError) -> LoopFilter.Term
    {
        guard let piece = word.values.first, !piece.text.isEmpty else {
            throw LoopFilterError(
                column: word.values.first?.column ?? 0, "there is nothing to search for")
        }
        return LoopFilter.Term(.word(piece.text), isNegated: word.isNegated)
    }

    private static func meaning(of key: LoopFilterWord.Piece) throws(LoopFilterError)
        -> LoopFilterKey
    {
        if let known = LoopFilterKey(rawValue: key.text.lowercased()) { return known }
        let all = LoopFilterKey.allCases.map(\.rawValue)
        let hint =
            NearestWord.of(key.text, among: all).map { "did you mean '\($0)'?" }
            ?? "there are " + all.joined(separator: ", ") + "; quotes make it a text to search for"
        throw LoopFilterError(column: key.column, "no key '\(key.text)': \(hint)")
    }

    private static func add(
        _ word: LoopFilterWord, key: LoopFilterKey, to filter: inout LoopFilter
    ) throws(LoopFilterError) {
        try check(word, key)
        guard key != .sort else {
            filter.order = try order(word)
            return
        }
        filter.terms.append(try LoopFilterTermParser(word: word, key: key).term())
    }

    private static func check(
        _ word: LoopFilterWord, _ key: LoopFilterKey
    ) throws(LoopFilterError) {
        if word.comparison != .equal, !key.isOrdered {
            throw LoopFilterError(
                column: word.key?.column ?? 0,
                "'\(key.rawValue)' is not compared; write "
                    + "\(key.rawValue):VALUE")
        }
        if let missing = word.values.first(where: { $0.text.isEmpty }) {
            throw LoopFilterError(
                column: missing.column, "'\(key.rawValue)' takes \(key.values)")
        }
        if word.values.count > 1, !key.takesSeveral {
            throw LoopFilterError(
                column: word.values[1].column,
                "'\(key.rawValue)' takes one value; "
                    + "quote a comma that belongs to it")
        }
    }

    private static func order(_ word: LoopFilterWord) throws(LoopFilterError) -> LoopOrder {
        let value = word.values.first ?? LoopFilterWord.Piece(text: "", column: 0)
        guard !word.isNegated, let order = LoopOrder(rawValue: value.text.lowercased()) else {
            throw LoopFilterError(
                column: word.isNegated ? (word.key?.column ?? 0) : value.column,
                "'sort' takes \(LoopFilterKey.sort.values)")
        }
        return order
    }
}

extension LoopFilter {
    /// A filter from its text.
    ///
    /// - Parameters:
    ///   - text: as it is typed.
    ///   - order: the order when the text names none.
    /// - Throws: ``LoopFilterError`` at the character at fault.
    package init(_ text: String, order: LoopOrder = .newestFirst) throws(LoopFilterError) {
        self = try LoopFilterParser.parse(text, order: order)
    }
}
