internal import HumanReview

extension AppState {
    /// Adds an entry to the journal and asks for it, and whatever waits before it, to be saved.
    mutating func record(_ edit: Edit) -> [Effect] {
        guard task?.photoFailure == nil || edit.changesNoBox else {
            say(.warning, "This photo cannot be shown, so nothing is changed; s skips it")
            return []
        }
        return withTask { task -> [Effect] in
            guard task.isEditable else { return [] }
            task.draft.apply(edit)
            task.hasActivity = false
            return task.saving
        } ?? []
    }

    /// Counts entries as saved; an answer that waited for them goes in behind them.
    mutating func noteSaved(loop: String, count: Int) -> [Effect] {
        withTask { task in
            guard task.task.loop.name == loop else { return }
            task.committed = min(task.committed + count, task.draft.journal.count)
        }
        guard let task, task.unsaved.isEmpty else { return [] }
        if isSavingAgain, task.submission == nil {
            isSavingAgain = false
            say(.success, "Saved: nothing was lost")
        }
        return task.submitting
    }

    mutating func noteFailure(loop: String, _ error: ReviewError) -> [Effect] {
        switch error {
        case .full, .storage:
            say(.error, error.description)
            isSavingAgain = true
        case .leaseLost, .stale, .ended, .unknownLoop, .unknownModel, .notPermitted,
            .notInTeam, .refused, .decisionStands:
            noteLoss(loop: loop, error)
        }
        return []
    }

    /// The task cannot be gone on with.
    private mutating func noteLoss(loop: String, _ error: ReviewError) {
        guard let held = task?.task, held.loop.name == loop, held.lease != nil else {
            // The line is about what is on the screen, and that is another photo or about to be one.
            if !error.isOverWithTask { say(.error, error.description) }
            return
        }
        let reason = error.textOfTask(isVisiting: isVisiting)
        withTask { task in
            task.leaseLost = reason
            task.submission = nil
            task.mode = .normal
        }
        // On another screen its keys mean something else: it is said when the photo is gone back to.
        if destination == .review { say(.error, reason) }
    }

    /// A full disk is tried again every second, so that work goes on by itself when there is room.
    func saveAgain() -> [Effect] {
        guard isSavingAgain, let task, task.leaseLost == nil else { return [] }
        return task.unsaved.isEmpty ? task.submitting : task.saving
    }

    /// Keeps the lease alive; with nothing on the screen, looks whether there is something now.
    mutating func beat() -> [Effect] {
        if case .empty = place, destination == .review { return claimNext() + [.refreshSummary] }
        return renewInterrupted + beatTask()
    }

    private mutating func beatTask() -> [Effect] {
        guard let task, let lease = task.task.lease, task.leaseLost == nil else {
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
    /// Saves every entry the store has not.
    var saving: [Effect] {
        guard let lease = task.lease, !unsaved.isEmpty else { return [] }
        return [.commit(unsaved, at: committed, under: lease)]
    }

    /// Hands the waiting answer in.
    fileprivate var submitting: [Effect] {
        guard let lease = task.lease, let submission else { return [] }
        return [.submit(submission, under: lease)]
    }
}

extension Edit {
    fileprivate var changesNoBox: Bool { [.open, .activity].contains(kind) }
}
