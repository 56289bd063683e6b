internal import HumanReview
internal import Screen

extension AppState {
    /// A key while a popup of the loops screen is open.
    mutating func press(_ key: Key, in popup: LoopPopup) -> [Effect] {
        switch popup {
        case .confirm(let action, let selection, _):
            return answer(key, action, selection)
        case .savedFilters(let filters, let selection):
            return press(key, filters, selection)
        case .nameFilter(let name): return nameFilter(key, name)
        case .workers(let workers, let search): return press(key, workers, search)
        case .exportPath(let path, let selection): return export(key, path, selection)
        }
    }

    private mutating func answer(
        _ key: Key, _ action: LoopAction, _ selection: LoopSelection
    ) -> [Effect] {
        switch key {
        case .character("y"), .enter:
            loops.popup = nil
            loops.list.works += 1
            return [.loops(.perform(action, selection))]
        case .escape, .character("n"), .character("q"): loops.popup = nil
        default: break
        }
        return []
    }

    // MARK: - Saved filters

    private mutating func press(
        _ key: Key, _ filters: [SavedFilter], _ selection: Int
    ) -> [Effect] {
        let last = max(0, filters.count - 1)
        switch key {
        case .escape, .character("q"), .character("m"): loops.popup = nil
        case .down, .character("j"), .tab:
            loops.popup = .savedFilters(filters, selection: min(last, selection + 1))
        case .up, .character("k"), .backTab:
            loops.popup = .savedFilters(filters, selection: max(0, selection - 1))
        case .character("s"): loops.popup = .nameFilter(LineEdit())
        case .enter where filters.indices.contains(selection):
            return takeFilter(filters[selection])
        case .character("d"), .delete:
            guard filters.indices.contains(selection) else { return [] }
            return [.loops(.deleteFilter(name: filters[selection].name))]
        default: break
        }
        return []
    }

    private mutating func nameFilter(_ key: Key, _ name: LineEdit) -> [Effect] {
        var name = name
        switch key {
        case .escape: loops.popup = nil
        case .enter:
            let text = name.text.trimmed
            guard !text.isEmpty else { return [] }
            loops.popup = nil
            say(.success, "Saved as \(text); m lists the saved filters")
            return [
                .loops(
                    .saveFilter(
                        SavedFilter(name: text, text: loops.list.filter.description)))
            ]
        default:
            _ = name.press(key)
            loops.popup = .nameFilter(name)
        }
        return []
    }

    // MARK: - Workers

    private mutating func press(
        _ key: Key, _ workers: [Worker], _ search: Popup.ListSearch
    ) -> [Effect] {
        var search = search
        switch key {
        case .escape:
            loops.popup = nil
            return []
        case .enter:
            let choices = LoopPopup.choices(workers, search)
            guard choices.indices.contains(search.selection) else { return [] }
            loops.popup = nil
            return ask(.reassign(to: choices[search.selection]))
        case .down, .control("n"), .tab: search.selection += 1
        case .up, .control("p"), .backTab: search.selection -= 1
        case .backspace: search.query = String(search.query.dropLast())
        case .control("u"): search.query = ""
        case .character(let character): search.query.append(character)
        default: break
        }
        let count = LoopPopup.choices(workers, search).count
        search.selection = max(0, min(search.selection, count - 1))
        loops.popup = .workers(workers, search)
        return []
    }

    // MARK: - Export

    private mutating func export(
        _ key: Key, _ path: LineEdit, _ selection: LoopSelection
    ) -> [Effect] {
        var path = path
        switch key {
        case .escape: loops.popup = nil
        case .enter:
            guard !path.text.trimmed.isEmpty else { return [] }
            loops.popup = nil
            loops.list.works += 1
            return [.loops(.export(selection, path: path.text.trimmed))]
        default:
            _ = path.press(key)
            loops.popup = .exportPath(path, selection)
        }
        return []
    }
}

extension LoopPopup {
    /// Whom loops can be given to: everybody, and the workers whose name contains what was typed; a name
    /// nobody has is taken as it is typed.
    static func choices(_ workers: [Worker], _ search: Popup.ListSearch) -> [Worker?] {
        let query = search.query.trimmed
        let matching = workers.filter {
            query.isEmpty || $0.name.lowercased().contains(query.lowercased())
        }
        guard !query.isEmpty else { return matching + [nil] }
        let isNew = !workers.contains { $0.name == query }
        return matching + (isNew ? [Worker(name: query)] : [])
    }
}

extension String {
    /// The text without blanks at its ends.
    fileprivate var trimmed: String {
        let start = drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }
}
