extension Keymap {
    /// The keys of the accept screen.
    static let accept = table(
        .accept,
        """
        Space pick-off | A accept-sheet | X send-to-review | u undo-sheet
        v select-range | % select-all | f hint | Enter open-image
        h left | j down | k up | l right | Left left | Down down | Up up | Right right
        ] next-sheet | [ previous-sheet | { lower-threshold | } raise-threshold
        b crops | o change-order | c filter-class | m filter-model | + larger-cells | - smaller-cells
        g r go-review | g a go-accept | g l go-loops | g d go-disputes
        : palette | ? help | Ctrl+L redraw | Esc back | q quit
        """)
}
