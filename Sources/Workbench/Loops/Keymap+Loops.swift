extension Keymap {
    /// The keys of the figures, of the list of loops, and of one loop of it.
    static let loops =
        dashboard
        + table(
            .loops,
            """
            j next-row | Down next-row | k previous-row | Up previous-row
            PageDown next-page | PageUp previous-page | g g first-row | Home first-row
            G last-row | End last-row | Enter open-loop | e review-loop
            / edit-filter | o change-sort | m saved-filters
            Space select-loop | v select-range | % select-all
            S stop-loops | R release-loops | T reassign-loops | O reopen-loops | E export-loops
            B send-back | u undo | Tab show-dashboard | d show-dashboard
            g r go-review | g a go-accept | g l go-loops
            g d go-disputes | g h go-history
            : palette | ? help | Ctrl+L redraw | Esc back | q quit
            """)
        + table(
            .loop,
            """
            j next-row | Down next-row | ] next-row | k previous-row | Up previous-row
            [ previous-row | b toggle-boxes | e review-loop | Enter review-loop
            + zoom-in | - zoom-out | = zoom-fit | z 1 zoom-actual
            z h pan-left | z j pan-down | z k pan-up | z l pan-right
            z Left pan-left | z Down pan-down | z Up pan-up | z Right pan-right
            S stop-loops | R release-loops | T reassign-loops | O reopen-loops | B send-back
            u undo | Tab show-list | g r go-review | g a go-accept | g l go-loops
            g d go-disputes | g h go-history
            : palette | ? help | Ctrl+L redraw | Esc back | q back
            """)
}
