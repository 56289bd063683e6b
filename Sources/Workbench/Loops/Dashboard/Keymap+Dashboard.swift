extension Keymap {
    /// The keys of the figures on the loops screen.
    static let dashboard = table(
        .dashboard,
        """
        j next-figure | k previous-figure | Down next-figure | Up previous-figure
        ] next-figures | [ previous-figures | Right next-figures | Left previous-figures
        Enter open-figure | Tab show-list | d show-list
        g r go-review | g a go-accept | g l go-loops | g d go-disputes
        : palette | ? help | Ctrl+L redraw | Esc back | q quit
        """)
}
