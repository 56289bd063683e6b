extension Keymap {
    /// The keys of the loops screen.
    static let loops = table(
        .loops,
        """
        g r go-review | g a go-accept | g l go-loops
        : palette | ? help | Ctrl+L redraw | Esc back | q quit
        """)
}
