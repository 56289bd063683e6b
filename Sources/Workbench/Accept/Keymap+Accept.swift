extension Keymap {
    /// The keys of the accept screen.
    static let accept = table(
        .accept,
        """
        g r go-review | g a go-accept | g l go-loops
        : palette | ? help | Ctrl+L redraw | Esc back | q quit
        """)
}
