extension TerminalOptions {
    /// The colours of a terminal: 24-bit ones are promised by the environment alone, the others are
    /// in its terminfo entry.
    nonisolated func colorDepth(of entry: TerminfoEntry) -> ColorDepth {
        if isTrueColorPromised, entry.colors >= 8 { return .trueColor }
        return entry.colors >= 256 ? .indexed : entry.colors >= 8 ? .sixteen : .none
    }
}
