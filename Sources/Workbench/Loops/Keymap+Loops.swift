extension Keymap {
    /// The keys of the list of loops, and of one loop of it.
    static let loops =
        dashboard
        + table(
            .loops,
            """
            Tab show-dashboard | d show-dashboard
            g r go-review | g a go-accept | g l go-loops
            : palette | ? help | Ctrl+L redraw | Esc back | q quit
            """)
        + table(
            .loop,
            """
            g r go-review | g a go-accept | g l go-loops
            : palette | ? help | Ctrl+L redraw | Esc back | q back
            """)
}
