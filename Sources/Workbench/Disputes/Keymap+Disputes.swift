extension Keymap {
    /// The keys of a loop whose answers differ.
    static let disputes = table(
        .disputes,
        """
        a settle | Tab next-box | S-Tab previous-box | 1 take-1 | 2 take-2 | 3 take-3
        c take-consolidated | d drop-object | B send-back | b send-back | u undo
        ] next-image | [ previous-image
        + zoom-in | - zoom-out | = zoom-fit | z z zoom-box | z 1 zoom-actual
        z h pan-left | z j pan-down | z k pan-up | z l pan-right
        z Left pan-left | z Down pan-down | z Up pan-up | z Right pan-right
        g r go-review | g a go-accept | g l go-loops | g d go-disputes | g h go-history
        : palette | ? help | Ctrl+L redraw | Esc back | q quit
        """)

    /// The keys of a loop's history.
    static let history = table(
        .history,
        """
        j next-version | k previous-version | Down next-version | Up previous-version
        J next-base | K previous-base | Tab next-box | S-Tab previous-box
        B send-back | b send-back
        + zoom-in | - zoom-out | = zoom-fit | z z zoom-box | z 1 zoom-actual
        z h pan-left | z j pan-down | z k pan-up | z l pan-right
        z Left pan-left | z Down pan-down | z Up pan-up | z Right pan-right
        g r go-review | g a go-accept | g l go-loops | g d go-disputes | g h go-history
        : palette | ? help | Ctrl+L redraw | Esc back | q back
        """)
}
