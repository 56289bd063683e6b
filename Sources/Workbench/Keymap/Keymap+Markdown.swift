internal import Screen

extension Keymap {
    /// The README's table of keys: a row an action, in the help's order.
    package var markdown: String {
        let rows = Topic.allCases.flatMap { topic in
            Action.allCases.filter { $0.topic == topic }.compactMap { row($0) }
        }
        return (["| key | what it does | action |", "|---|---|---|"] + rows).joined(separator: "\n")
    }

    private func row(_ action: Action) -> String? {
        // The ten quick classes are one row.
        guard (action.quickClass ?? 0) == 0 else { return nil }
        let contexts = KeyContext.allCases
        guard
            let keys = contexts.lazy.map({ self.keys(for: action, in: $0) }).first(where: {
                !$0.isEmpty
            })
        else { return nil }
        guard action.quickClass == nil else {
            return
                "| `1` … `9` `0` | Choose one of the ten classes of the side panel | `class-1` … |"
        }
        let names = keys.map { "`\($0.description)`" }.joined(separator: " ")
        return "| \(names) | \(action.summary) | `\(action.rawValue)` |"
    }
}
