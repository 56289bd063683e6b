internal import Screen

extension Painter {
    /// The figures, in what the header, status line and footer leave of the screen.
    mutating func drawDashboard(in rect: CellRect) {
        drawCentered(
            ["No figures yet"], in: rect,
            style: Style(foreground: theme.mutedText, background: theme.background))
    }

    /// The keys that matter while the figures are shown.
    var dashboardHints: [KeyHint] {
        keys([.showList, .help, .quit], ["list", "keys", "quit"])
    }
}
