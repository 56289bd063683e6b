internal import HumanReview
internal import Screen

extension AppState {
    mutating func beginJump() {
        guard task?.draft.boxes.isEmpty == false else { return _ = noSelection() }
        withTask { $0.mode = .hint(typed: "") }
    }

    mutating func press(_ key: Key, hint typed: String) -> [Effect] {
        guard case .character(let letter) = key, let task else {
            withTask { $0.mode = .normal }
            return []
        }
        let wanted = typed + String(letter)
        let hints = HintLabels.labels(count: task.draft.boxes.count)
        if let index = hints.firstIndex(of: wanted) {
            withTask { task in
                task.mode = .normal
                task.selection = task.draft.boxes[index].id
                task.revealSelection()
            }
        } else {
            let isPrefix = hints.contains { $0.hasPrefix(wanted) }
            withTask { $0.mode = isPrefix ? .hint(typed: wanted) : .normal }
        }
        return []
    }
}
