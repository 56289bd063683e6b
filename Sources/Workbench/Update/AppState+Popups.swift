internal import Annotations
internal import HumanReview
internal import Screen

extension AppState {
    mutating func press(_ key: Key, in popup: Popup) -> [Effect] {
        switch popup {
        case .help(let search): return press(key, in: search) { .help($0) }
        case .palette(let search): return press(key, in: search) { .palette($0) }
        case .classes(let search): return press(key, in: search) { .classes($0) }
        case .confidentClasses(let search): return press(key, in: search) { .confidentClasses($0) }
        case .confidentModels(let search): return press(key, in: search) { .confidentModels($0) }
        case .boxClasses(let search): return press(key, in: search) { .boxClasses($0) }
        case .decision(let question): return answer(question, key)
        case .instructions(let scroll): scrollInstructions(key, from: scroll)
        case .skip: return answerSkip(key)
        case .adopt: return answerAdoption(key)
        case .sendBack(let form): return press(key, sendingBack: form)
        case .undoSettlement: return answerUndo(key)
        case .unsaved: return answerUnsaved(key)
        }
        return []
    }

    /// Opens the class picker on the class the selected box has.
    mutating func chooseClass() {
        var search = Popup.ListSearch()
        let labels = task?.task.instructions.labels
        search.selection = labels?.classID(of: task?.selectedBox?.label ?? drawingLabel) ?? 0
        popup = .classes(search)
    }

    mutating func paste(_ text: String) -> [Effect] {
        if destination == .loops, popup == nil { return pasteInLoops(text) }
        switch popup {
        case .classes, .sendBack: break
        default: return []
        }
        return text.prefix(Popup.SendingBack.longestNote).flatMap { press(.character($0)) }
    }

    private mutating func press(
        _ key: Key, in search: Popup.ListSearch, rebuild: (Popup.ListSearch) -> Popup
    ) -> [Effect] {
        var search = search
        switch key {
        case .escape: popup = nil
        case .enter: return choose(rebuild(search))
        case .up, .control("p"), .backTab: search.selection = max(0, search.selection - 1)
        case .down, .control("n"), .tab: search.selection += 1
        case .pageUp: search.selection = max(0, search.selection - 10)
        case .pageDown: search.selection += 10
        case .backspace:
            search.query = String(search.query.dropLast())
            search.selection = 0
        case .control("u"): search.query = ""
        case .character(let character):
            search.query.append(character)
            search.selection = 0
        default: break
        }
        guard key != .escape else { return [] }
        popup = rebuild(search)
        keepSelectionInList(rebuild)
        return []
    }

    private mutating func keepSelectionInList(_ rebuild: (Popup.ListSearch) -> Popup) {
        guard let popup, var search = popup.search else { return }
        search.selection = min(search.selection, max(0, entries(of: popup).count - 1))
        self.popup = rebuild(search)
    }

    private mutating func choose(_ popup: Popup) -> [Effect] {
        let entries = entries(of: popup)
        guard let search = popup.search, entries.indices.contains(search.selection) else {
            return []
        }
        self.popup = nil
        switch entries[search.selection].value {
        case .label(let label): return choose(label: label)
        case .confidentClass(let label):
            ask { $0.query.filter.labels = Set([label].compactMap { $0 }) }
        case .confidentModel(let model): ask { $0.query.filter.model = model }
        case .boxClass(let label): showCard(of: label)
        case .action(let action):
            if case .help = popup { return [] }
            return perform(action)
        }
        return []
    }

    private mutating func scrollInstructions(_ key: Key, from scroll: Int) {
        switch key {
        case .down, .character("j"), .enter: popup = .instructions(scroll: bounded(scroll + 1))
        case .up, .character("k"): popup = .instructions(scroll: max(0, scroll - 1))
        case .pageDown, .character(" "): popup = .instructions(scroll: bounded(scroll + 10))
        case .pageUp: popup = .instructions(scroll: max(0, scroll - 10))
        case .escape, .character("q"), .character("i"): popup = nil
        default: break
        }
    }

    /// A scroll that leaves the last lines in sight.
    private func bounded(_ scroll: Int) -> Int {
        guard let layout = ScreenLayout(metrics.size), let task else { return 0 }
        return min(scroll, InstructionsLayout(task.task.instructions, in: layout.pane).lastScroll)
    }

    private mutating func answerSkip(_ key: Key) -> [Effect] {
        switch key {
        case .character("r"), .enter: return skip(.release)
        case .character("p"): return skip(.postpone)
        case .character("d"): return skip(.decline)
        case .escape, .character("q"): popup = nil
        default: break
        }
        return []
    }

    private mutating func answerAdoption(_ key: Key) -> [Effect] {
        switch key {
        case .enter, .character("y"), .escape: popup = nil
        case .character("n"): return setDraftAside()
        default: return answerAdoptionByLeaving(key)
        }
        return []
    }

    /// Keys that leave the image answer the question by leaving it to the next one who opens it.
    private mutating func answerAdoptionByLeaving(_ key: Key) -> [Effect] {
        guard case .action(let action) = keymap.resolve([key], in: .review),
            [.nextImage, .previousImage, .skip, .help, .quit].contains(action)
        else { return [] }
        popup = nil
        return perform(action)
    }

    private mutating func answerUnsaved(_ key: Key) -> [Effect] {
        switch key {
        case .character("y"): return leave()
        case .escape, .character("n"), .character("q"): popup = nil
        default: break
        }
        return []
    }
}
