/// Reads the values behind one key.
struct LoopFilterTermParser {
    let word: LoopFilterWord
    let key: LoopFilterKey

    func term() throws(LoopFilterError) -> LoopFilter.Term {
        switch key {
        case .bulk: try flag(.isBulk)
        case .imported: try flag(.isImported)
        case .disputed: try flag(.isDisputed)
        case .held: try flag(.isHeld)
        default: LoopFilter.Term(try condition(), isNegated: word.isNegated)
        }
    }

    private func condition() throws(LoopFilterError) -> LoopCondition {
        switch key {
        case .state: .states(try chosen(HumanLoop.Status.allCases, named: \.filterName))
        case .reason: .reasons(try chosen(ActivationReason.allCases, named: \.rawValue))
        case .label: .labels(texts)
        case .worker: .workers(texts)
        case .holder: .holders(texts)
        case .assigned: .assignees(texts)
        case .model: .models(texts)
        case .flow: .flows(texts)
        case .score: try score()
        case .age: .age(word.comparison, try age())
        case .created: .created(word.comparison, try span())
        case .completed: .completed(word.comparison, try span())
        case .image: .image(glob: value.text)
        case .name, .bulk, .imported, .disputed, .held, .sort: .name(prefix: value.text)
        }
    }

    private var texts: [String] { word.values.map(\.text) }

    private var value: LoopFilterWord.Piece {
        word.values.first ?? LoopFilterWord.Piece(text: "", column: 0)
    }

    private func refused(_ piece: LoopFilterWord.Piece) -> LoopFilterError {
        LoopFilterError(
            column: piece.column,
            "'\(piece.text)' is no \(key.rawValue): it is \(key.values)")
    }

    private func flag(_ condition: LoopCondition) throws(LoopFilterError) -> LoopFilter.Term {
        switch value.text.lowercased() {
        case "yes": LoopFilter.Term(condition, isNegated: word.isNegated)
        case "no": LoopFilter.Term(condition, isNegated: !word.isNegated)
        default: throw refused(value)
        }
    }

    private func chosen<Case>(
        _ cases: [Case], named name: (Case) -> String
    ) throws(LoopFilterError) -> [Case] {
        var chosen: [Case] = []
        for piece in word.values {
            let known = cases.first { name($0).lowercased() == piece.text.lowercased() }
            guard let known else {
                let nearest = NearestWord.of(piece.text, among: cases.map(name))
                guard let nearest else { throw refused(piece) }
                throw LoopFilterError(
                    column: piece.column,
                    "no \(key.rawValue) '\(piece.text)': did you mean '\(nearest)'?")
            }
            chosen.append(known)
        }
        return chosen
    }

    private func score() throws(LoopFilterError) -> LoopCondition {
        if value.text.lowercased() == "none", word.comparison == .equal { return .hasNoScore }
        guard let score = Double(value.text), (0...1).contains(score) else { throw refused(value) }
        return .score(word.comparison, score)
    }

    private func age() throws(LoopFilterError) -> Int64 {
        let digits = value.text.prefix { $0.isASCII && $0.isNumber }
        let unit = AgeUnit(typed: value.text.dropFirst(digits.count).lowercased())
        guard let number = Int64(digits), let unit else { throw refused(value) }
        let (age, isTooLarge) = number.multipliedReportingOverflow(by: unit.milliseconds)
        guard !isTooLarge else { throw refused(value) }
        return age
    }

    private func span() throws(LoopFilterError) -> TimeSpan {
        guard let span = TimeSpan(value.text) else { throw refused(value) }
        return span
    }
}
