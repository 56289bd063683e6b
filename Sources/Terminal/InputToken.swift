package import Screen

/// One thing a terminal sent: what ``InputDecoder`` makes of its bytes.
nonisolated package enum InputToken: Hashable, Sendable {
    case key(Key)
    case mouse(MouseReport)
    case focusGained
    case focusLost
    case pasted(String)
    case answer(TerminalAnswer)
}
