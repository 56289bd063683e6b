internal import HumanReview

extension AppState {
    /// Adds an entry to the journal and asks for it, and whatever waits before it, to be saved.
    mutating func record(_ edit: Edit) -> [Effect] {
        withTask { task -> [Effect] in
            guard task.isEditable else { return [] }
            task.draft.apply(edit)
            task.hasActivity = false
            return task.saving
        } ?? []
    }

    mutating func noteSaved(loop: String, count: Int) -> [Effect] {
        withTask { task in
            guard task.task.loop.name == loop else { return }
            task.committed = min(task.committed + count, task.draft.journal.count)
        }
        if isSavingAgain, task?.unsaved.isEmpty == true {
            isSavingAgain = false
            say(.success, "Saved: nothing was lost")
        }
        return []
    }

    mutating func noteFailure(loop: String, _ error: ReviewError) -> [Effect] {
        say(.error, error.description)
        switch error {
        case .full, .storage: isSavingAgain = true
        case .leaseLost, .stale, .ended, .unknownLoop:
            withTask { task in
                guard task.task.loop.name == loop else { return }
                task.leaseLost = error.description
                task.mode = .normal
            }
        }
        return []
    }

    /// A full disk is tried again every second, so that work goes on by itself when there is room.
    mutating func saveAgain() -> [Effect] {
        guard isSavingAgain, let task, task.isEditable, !task.unsaved.isEmpty else { return [] }
        return task.saving
    }

    mutating func beat() -> [Effect] {
        guard let task, let lease = task.task.lease, task.isEditable else {
            return [.refreshSummary]
        }
        var effects: [Effect] = [.renew(lease), .refreshSummary]
        if task.hasActivity {
            effects += record(Edit(kind: .activity, worker: worker, time: now))
        }
        return effects
    }
}

extension TaskState {
    fileprivate var saving: [Effect] {
        guard let lease = task.lease, !unsaved.isEmpty else { return [] }
        return [.commit(unsaved, at: committed, under: lease)]
    }
}
