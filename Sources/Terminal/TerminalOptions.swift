package import Screen

/// What the user and the environment ask of a terminal.
nonisolated package struct TerminalOptions: Hashable, Sendable {
    /// The device; `/dev/tty` is the terminal that the process was started from.
    package var path: String
    /// The terminal's terminfo name, from `TERM`.
    package var name: String
    /// The way of showing pixels whatever the terminal says of itself, or nil to ask it.
    package var renderer: ScreenMetrics.PixelRenderer?
    /// Whether mouse events are asked for; without, selecting text is the terminal's own affair.
    package var isMouseEnabled: Bool
    /// Whether the pointer is reported too while no button is held.
    package var reportsMotion: Bool
    /// Whether text may be coloured; after <https://no-color.org>, a photo always is.
    package var isColorAllowed: Bool
    /// Whether `COLORTERM` promises 24-bit colours.
    package var isTrueColorPromised: Bool
    /// Whether the program runs inside tmux or screen, whatever `TERM` says.
    package var isMultiplexed: Bool

    /// Options from environment variables: `TERM`, `COLORTERM`, `NO_COLOR`, `TMUX`, `STY` and
    /// `LOOPBOX_RENDERER` (`sixel` or `half-blocks`).
    ///
    /// - Parameters:
    ///   - path: the terminal's device.
    ///   - variable: the value of an environment variable, or nil.
    package init(path: String = "/dev/tty", variable: (String) -> String?) {
        self.path = path
        name = variable("TERM").flatMap { $0.isEmpty ? nil : $0 } ?? "dumb"
        isMouseEnabled = true
        reportsMotion = false
        isColorAllowed = variable("NO_COLOR").map(\.isEmpty) ?? true
        isTrueColorPromised = ["truecolor", "24bit"].contains(variable("COLORTERM") ?? "")
        isMultiplexed = variable("TMUX") != nil || variable("STY") != nil
        switch variable("LOOPBOX_RENDERER") {
        case "sixel": renderer = .sixel
        case "half-blocks": renderer = .halfBlocks
        default: renderer = nil
        }
    }
}
