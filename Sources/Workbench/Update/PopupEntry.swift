internal import Annotations
internal import HumanReview
internal import Screen

/// A row of a popup's list.
package struct PopupEntry: Hashable, Sendable {
    /// What choosing the row gives.
    package enum Value: Hashable, Sendable {
        case action(Action)
        case label(String)
        /// The class, or the model version, that sheets are to show alone; nil for all.
        case confidentClass(String?)
        case confidentModel(String?)
        /// The class whose crops are to be shown.
        case boxClass(String)
    }

    package var title: String
    /// Keys that do the same, or the topic.
    package var detail: String
    package var topic: Topic?
    package var value: Value
}

extension Popup {
    /// The search of a list popup, nil for texts and questions.
    package var search: ListSearch? {
        switch self {
        case .help(let search), .palette(let search), .classes(let search),
            .confidentClasses(let search), .confidentModels(let search), .boxClasses(let search):
            search
        case .instructions, .skip, .adopt, .decision, .sendBack, .undoSettlement, .unsaved:
            nil
        }
    }
}

extension AppState {
    /// The rows of a list popup that match what was typed.
    package func entries(of popup: Popup) -> [PopupEntry] {
        guard let search = popup.search else { return [] }
        return rows(of: popup).filter { $0.matches(search.query) }.sorted { first, second in
            // What begins with the query comes before what only contains it; order is kept otherwise.
            first.begins(with: search.query) && !second.begins(with: search.query)
        }
    }

    private func rows(of popup: Popup) -> [PopupEntry] {
        switch popup {
        case .classes: classEntries
        case .confidentClasses: confidentClassEntries
        case .confidentModels: confidentModelEntries
        case .boxClasses: boxClassEntries
        default: actionEntries
        }
    }

    private var classEntries: [PopupEntry] {
        (task?.task.instructions.labels.names ?? []).map { name in
            let digit = quickClasses.firstIndex(of: name).map { String(($0 + 1) % 10) } ?? ""
            return PopupEntry(title: name, detail: digit, topic: nil, value: .label(name))
        }
    }

    private var actionEntries: [PopupEntry] {
        let actions = Topic.allCases.flatMap { topic in
            Action.allCases.filter { $0.topic == topic }
        }
        // The keys of the screen one looks at come first, and those that it alone has before the rest.
        let own = context == .accept ? actions.filter { $0.topic == .sheet } : []
        let here = actions.filter {
            !own.contains($0) && !keymap.keys(for: $0, in: context).isEmpty
        }
        let rest = actions.filter { !own.contains($0) && !here.contains($0) }
        return (own + here + rest).compactMap(entry)
    }

    private func entry(_ action: Action) -> PopupEntry? {
        let contexts = [context] + KeyContext.allCases
        let keys =
            contexts.lazy.map { keymap.keys(for: action, in: $0) }.first { !$0.isEmpty } ?? []
        return PopupEntry(
            title: action.summary, detail: keys.map(\.description).joined(separator: ", "),
            topic: action.topic, value: .action(action))
    }
}

extension PopupEntry {
    fileprivate func matches(_ query: String) -> Bool {
        query.isEmpty || title.lowercased().contains(query.lowercased()) || detail == query
            || name.contains(query.lowercased())
    }

    /// What a person may call the row besides its title.
    private var name: String {
        if case .action(let action) = value { action.name } else { "" }
    }

    fileprivate func begins(with query: String) -> Bool {
        !query.isEmpty && title.lowercased().hasPrefix(query.lowercased())
    }
}
