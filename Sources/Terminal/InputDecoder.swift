internal import Screen

/// Cuts a terminal's bytes into keys, mouse reports, pastes and answers.
///
/// The bytes may be split anywhere. A sequence that is not known is swallowed whole and never taken
/// for text. Escape before another key, which is also how terminals send Alt, is two keys: a
/// reviewer who cancels and types on at once must not lose either.
nonisolated package struct InputDecoder: Sendable {
    /// Where in a sequence the next byte falls.
    enum State: Hashable, Sendable {
        case ground
        case escape
        /// After `CSI`; ``InputDecoder/held`` has the bytes since.
        case control
        /// After `SS3`.
        case application
        /// After `CSI [`.
        case console
        /// The three bytes after `CSI M`.
        case plainMouse
        case text
        /// In a DCS, OSC, APC, PM or SOS string; the byte is the one that began it.
        case string(UInt8, escaped: Bool)
        case paste
    }

    /// Longer control sequences and strings are swallowed.
    static let sequenceLimit = 4096
    /// What is pasted beyond it is dropped.
    static let pasteLimit = 1 << 20

    var state = State.ground
    var held: [UInt8] = []
    var tokens: [InputToken] = []

    /// A decoder at the start of a terminal's input.
    package init() {}

    /// What the bytes complete.
    package mutating func feed(_ bytes: some Sequence<UInt8>) -> [InputToken] {
        for byte in bytes { take(byte) }
        defer { tokens = [] }
        return tokens
    }

    /// How long to wait for more before ``flush()``, or nil when nothing is half come.
    package var patience: Duration? {
        switch state {
        case .ground: nil
        case .escape: .milliseconds(25)
        case .application: .milliseconds(25)
        case .control: held.isEmpty ? .milliseconds(25) : .milliseconds(500)
        case .console, .plainMouse, .text, .string: .milliseconds(500)
        case .paste: .seconds(2)
        }
    }

    /// What the bytes held back mean when no more come: a lone Escape, or a paste cut short; the
    /// beginning of anything else is dropped.
    package mutating func flush() -> [InputToken] {
        switch state {
        case .escape: emit(.key(.escape))
        case .application where held.isEmpty: emitEscaped("O")
        case .control where held.isEmpty: emitEscaped("[")
        case .paste: emitPaste(upTo: held.count)
        default: break
        }
        reset()
        defer { tokens = [] }
        return tokens
    }

    mutating func emit(_ token: InputToken?) {
        if let token { tokens.append(token) }
    }

    mutating func reset() {
        state = .ground
        held = []
    }

    private mutating func emitEscaped(_ character: Character) {
        emit(.key(.escape))
        emit(.key(.character(character)))
    }
}
