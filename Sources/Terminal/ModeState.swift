/// How a terminal's mode stands, by the numbers of DECRPM.
nonisolated package enum ModeState: Int, Hashable, Sendable {
    case unrecognized = 0
    case set = 1
    case reset = 2
    case permanentlySet = 3
    case permanentlyReset = 4

    /// Whether the program can have the mode on.
    package var isAvailable: Bool {
        switch self {
        case .set, .reset, .permanentlySet: true
        case .unrecognized, .permanentlyReset: false
        }
    }
}
