package import Screen

/// What a terminal told the program.
nonisolated package enum TerminalEvent: Hashable, Sendable {
    case key(Key)
    case mouse(MouseEvent)
    /// The screen measures differently now, or its way of showing pixels has become known.
    case resized(ScreenMetrics)
    case focusGained
    case focusLost
    /// Text that came as one paste, not typed.
    case pasted(String)
    /// The terminal is gone; nothing more will come.
    case hangup
}
