internal import Screen

extension Keymap {
    /// The default profile: only keys that a plain terminal sends through SSH and tmux.
    package static let standard = Keymap(
        table(
            .review,
            """
            Space confirm | a submit | x reject | s skip
            ] next-image | [ previous-image | Tab next-box | S-Tab previous-box | f hint
            h left | j down | k up | l right | Left left | Down down | Up up | Right right
            H far-left | J far-down | K far-up | L far-right
            r resize | w draw | e extreme-points
            c choose-class | 1 class-1 | 2 class-2 | 3 class-3 | 4 class-4 | 5 class-5
            6 class-6 | 7 class-7 | 8 class-8 | 9 class-9 | 0 class-10
            d delete | Delete delete | y copy | p paste | . repeat
            u undo | U redo | Ctrl+R redo | { lower-threshold | } raise-threshold
            + zoom-in | - zoom-out | = zoom-fit | z z zoom-box | z 1 zoom-actual
            z h pan-left | z j pan-down | z k pan-up | z l pan-right
            z Left pan-left | z Down pan-down | z Up pan-up | z Right pan-right
            g r go-review | g a go-accept | g l go-loops | g d go-disputes | g h go-history
            i instructions | : palette | ? help | Ctrl+L redraw | Esc back | q quit
            """)
            + table(
                .resize,
                """
                h left | j down | k up | l right | Left left | Down down | Up up | Right right
                H far-left | J far-down | K far-up | L far-right
                u undo | U redo | Ctrl+R redo | Tab next-box | S-Tab previous-box
                + zoom-in | - zoom-out | = zoom-fit | z z zoom-box | z 1 zoom-actual
                ? help | Ctrl+L redraw | r back | Enter back | Esc back | q back
                """)
            + table(
                .drawing,
                """
                Space place | Enter place | Tab other-corner
                h left | j down | k up | l right | Left left | Down down | Up up | Right right
                H far-left | J far-down | K far-up | L far-right
                + zoom-in | - zoom-out | = zoom-fit | z 1 zoom-actual
                z h pan-left | z j pan-down | z k pan-up | z l pan-right
                ? help | Ctrl+L redraw | Esc back | q back
                """)
            + accept + loops + disputes + history)

    /// Bindings from text of the form `keys action`, parted by bars or line ends.
    ///
    /// What is no binding is left out; a test holds that the built-in tables have nothing such.
    package static func table(_ context: KeyContext, _ text: String) -> [Binding] {
        text.split(whereSeparator: { $0 == "|" || $0 == "\n" }).compactMap { entry in
            let words = entry.split(separator: " ")
            guard let name = words.last, let action = Action(rawValue: String(name)),
                let keys = KeySequence(words.dropLast().joined(separator: " "))
            else { return nil }
            return Binding(context, keys, action)
        }
    }
}
