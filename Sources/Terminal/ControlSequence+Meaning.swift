internal import Screen

extension ControlSequence {
    /// What the sequence says, or nil for one that the program does not know.
    nonisolated var token: InputToken? {
        switch prefix {
        case nil: intermediates.isEmpty ? plainToken : nil
        case UInt8(ascii: "<"): mouseToken
        case UInt8(ascii: "?"): privateAnswer.map { .answer($0) }
        case UInt8(ascii: ">"):
            final == UInt8(ascii: "c") ? .answer(.secondaryAttributes(parameters)) : nil
        default: nil
        }
    }

    nonisolated private var plainToken: InputToken? {
        switch final {
        case UInt8(ascii: "I") where parameters.isEmpty: .focusGained
        case UInt8(ascii: "O") where parameters.isEmpty: .focusLost
        case UInt8(ascii: "n"): parameter(0) == 0 ? .answer(.ready) : nil
        case UInt8(ascii: "t"):
            .answer(.window(kind: parameter(0), height: parameter(1), width: parameter(2)))
        case UInt8(ascii: "~"): Key(numberedKey: parameter(0)).map { .key($0) }
        default: Key(finalByte: final).map { .key($0) }
        }
    }

    nonisolated private var mouseToken: InputToken? {
        let isRelease = final == UInt8(ascii: "m")
        guard isRelease || final == UInt8(ascii: "M"), parameters.count == 3 else { return nil }
        return .mouse(
            MouseReport(
                button: parameter(0), x: parameter(1), y: parameter(2), isRelease: isRelease))
    }

    nonisolated private var privateAnswer: TerminalAnswer? {
        switch final {
        case UInt8(ascii: "c"):
            .primaryAttributes(parameters)
        case UInt8(ascii: "S"):
            .graphics(
                item: parameter(0), status: parameter(1), values: Array(parameters.dropFirst(2)))
        case UInt8(ascii: "y") where intermediates == [UInt8(ascii: "$")]:
            ModeState(rawValue: parameter(1)).map { .mode(parameter(0), $0) }
        default: nil
        }
    }
}
