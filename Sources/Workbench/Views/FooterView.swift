internal import Screen

extension Painter {
    /// The keys that matter now; after the first key of a chord, how it goes on.
    mutating func drawFooter(_ rect: CellRect) {
        grid.fill(rect, style: panelStyle)
        var column = 1
        for hint in hints {
            let width = DisplayWidth.of(hint.keys) + DisplayWidth.of(hint.text) + 3
            guard column + width <= rect.endColumn - spinnerWidth else { break }
            column = grid.write(hint.keys, column: column, row: rect.row, style: keyStyle)
            column =
                grid.write(" " + hint.text, column: column, row: rect.row, style: mutedStyle) + 2
        }
        guard state.isBusy else { return }
        grid.write(
            "working", column: rect.endColumn - spinnerWidth + 1, row: rect.row,
            style: panelStyle(theme.accent))
    }

    private var spinnerWidth: Int { state.isBusy ? 9 : 0 }

    private var hints: [KeyHint] {
        if let popup = state.popup { return popup.hints }
        if !state.pendingKeys.isEmpty { return continuations }
        switch state.destination {
        case .review: return reviewHints
        case .accept: return acceptHints
        case .loops: return loopsHints
        case .disputes: return disputesHints
        case .history: return historyHints
        }
    }

    private var reviewHints: [KeyHint] {
        switch state.task?.mode {
        case .resize:
            return [
                KeyHint(keys: "hjkl", text: "push out"), KeyHint(keys: "HJKL", text: "pull in"),
            ]
                + keys([.undo], ["undo"]) + [KeyHint(keys: "Esc", text: "done")]
        case .drawing(let drawing) where drawing.shape == .fourExtremes:
            return [KeyHint(keys: "hjkl", text: "1 px"), KeyHint(keys: "HJKL", text: "10 px")]
                + keys([.place, .back], ["place", "cancel"])
        case .drawing:
            return [KeyHint(keys: "hjkl", text: "1 px"), KeyHint(keys: "HJKL", text: "10 px")]
                + keys([.place, .otherCorner, .back], ["place", "other corner", "cancel"])
        case .hint: return [KeyHint(keys: "Esc", text: "cancel")]
        default: return state.task == nil ? idleHints : taskHints
        }
    }

    private var idleHints: [KeyHint] {
        keys(
            [.nextImage, .previousImage, .help, .quit], ["look again", "history", "keys", "quit"])
    }

    private var taskHints: [KeyHint] {
        if state.task?.photoFailure != nil {
            return keys(
                [.skip, .nextImage, .previousImage, .help, .quit],
                ["skip", "next", "earlier", "keys", "quit"])
        }
        if state.isPreviewing {
            return keys(
                [.back, .nextImage, .previousImage, .nextBox, .zoomIn, .help],
                ["back to the sheet", "next", "earlier", "box", "zoom", "keys"])
        }
        guard state.task?.isEditable == true else {
            return keys(
                [.nextImage, .previousImage, .help, .quit], ["queue", "earlier", "keys", "quit"])
        }
        return keys(
            [
                .submit, .reject, .skip, .confirm, .draw, .chooseClass, .undo, .help, .quit,
                .delete, .resize, .nextBox, .nextImage, .zoomIn, .instructions,
            ],
            [
                "submit", "none", "skip", "ok", "draw", "class", "undo", "keys", "quit", "delete",
                "resize", "box", "next", "zoom", "guide",
            ])
    }

    private var continuations: [KeyHint] {
        var seen: Set<Action> = []
        return state.keymap.continuations(of: state.pendingKeys, in: state.context)
            .filter { seen.insert($0.action).inserted }
            .map { KeyHint(keys: $0.keys.description, text: $0.action.name) }
    }

    /// The keys of several actions that one word is enough for.
    func hint(_ actions: [Action], _ text: String) -> KeyHint {
        let keys = actions.compactMap { state.keymap.keys(for: $0, in: state.context).first }
        return KeyHint(keys: keys.map(\.description).joined(separator: " "), text: text)
    }

    func keys(_ actions: [Action], _ texts: [String]) -> [KeyHint] {
        zip(actions, texts).compactMap { action, text in
            state.keymap.keys(for: action, in: state.context).first.map {
                KeyHint(keys: $0.description, text: text)
            }
        }
    }
}

extension Popup {
    fileprivate var hints: [KeyHint] {
        switch self {
        case .help: [KeyHint(keys: "type", text: "to search"), KeyHint(keys: "Esc", text: "close")]
        case .palette, .classes, .confidentClasses, .confidentModels, .boxClasses:
            [
                KeyHint(keys: "type", text: "to search"), KeyHint(keys: "Enter", text: "choose"),
                KeyHint(keys: "Esc", text: "cancel"),
            ]
        case .instructions:
            [KeyHint(keys: "j k", text: "scroll"), KeyHint(keys: "Esc", text: "close")]
        case .skip:
            [
                KeyHint(keys: "r", text: "release"), KeyHint(keys: "p", text: "postpone"),
                KeyHint(keys: "d", text: "decline"), KeyHint(keys: "Esc", text: "stay"),
            ]
        case .adopt:
            [KeyHint(keys: "y Esc", text: "go on from it"), KeyHint(keys: "n", text: "begin anew")]
        case .decision:
            [KeyHint(keys: "A y Enter", text: "yes"), KeyHint(keys: "n Esc", text: "no")]
        case .undoSettlement:
            [KeyHint(keys: "y Enter", text: "yes"), KeyHint(keys: "n Esc", text: "no")]
        case .sendBack:
            [
                KeyHint(keys: "Enter", text: "send back"),
                KeyHint(keys: "Tab", text: "whom to ask"),
                KeyHint(keys: "Esc", text: "cancel"),
            ]
        case .unsaved:
            [KeyHint(keys: "y", text: "leave anyway"), KeyHint(keys: "n", text: "stay")]
        }
    }
}
