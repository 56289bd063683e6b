extension Keymap {
    /// The keys of the figures on the loops screen.
    static let dashboard = table(
        .dashboard,
        """
        Tab show-list | d show-list
        g r go-review | g a go-accept | g l go-loops
        : palette | ? help | Ctrl+L redraw | Esc back | q quit
        """)
}
