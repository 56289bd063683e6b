internal import HumanReview

extension AppState {
    mutating func goToNextImage() -> [Effect] {
        guard guardUnsaved() else { return [] }
        forgetLoss()
        if trailPosition + 1 < trail.count {
            return goTo(trailPosition + 1)
        }
        return leaveTask(.release) + claimNext()
    }

    mutating func goToPreviousImage() -> [Effect] {
        guard guardUnsaved() else { return [] }
        let target = task == nil ? trail.count - 1 : trailPosition - 1
        guard trail.indices.contains(target) else {
            say(.information, "This is the first image of your history")
            return []
        }
        return goTo(target)
    }

    /// That a task was lost is about its photo, not about the one that comes next.
    private mutating func forgetLoss() {
        if let reason = task?.leaseLost, message?.text == reason { message = nil }
    }

    func claimNext() -> [Effect] {
        [.claimNext(excluding: passed)]
    }

    /// Ends the task's lease, keeping its draft, and remembers that it was passed.
    mutating func leaveTask(_ ending: LeaseEnding) -> [Effect] {
        guard let task, let lease = task.task.lease else { return [] }
        passed.insert(lease.loopName)
        withTask { $0.task.lease = nil }
        return [.end(lease, ending)]
    }

    mutating func skip(_ ending: LeaseEnding) -> [Effect] {
        popup = nil
        guard guardUnsaved() else { return [] }
        guard task?.isEditable == true else {
            return isVisiting ? goBackFromVisit() : goToNextImage()
        }
        let done = leaveTask(ending)
        say(.information, Self.notice(of: ending))
        trailPosition = max(0, trail.count - 1)
        return done + (isVisiting ? goBackFromVisit() : claimNext())
    }

    /// Leaves the program; the draft stays with the task.
    mutating func leave() -> [Effect] {
        isRunning = false
        // What could not be saved so far is tried once more.
        let saved = task?.saving ?? []
        return saved + leaveTask(.release) + [.quit]
    }

    mutating func quit() -> [Effect] {
        guard let task, !task.unsaved.isEmpty || task.submission != nil else { return leave() }
        popup = .unsaved
        return []
    }

    private mutating func goTo(_ position: Int) -> [Effect] {
        forgetLoss()
        let left = leaveTask(.release)
        return left + [.open(loop: trail[position])]
    }

    /// Edits that could not be saved must not be left behind by moving on.
    private mutating func guardUnsaved() -> Bool {
        guard let task, task.leaseLost == nil, !task.unsaved.isEmpty || task.submission != nil
        else {
            return true
        }
        say(.error, "Not everything is saved yet; free some disk space first")
        return false
    }

    private static func notice(of ending: LeaseEnding) -> String {
        switch ending {
        case .release: "Released: anyone may take the image; your draft is kept"
        case .postpone: "Postponed: the image comes back after the others; your draft is kept"
        case .decline: "Declined: the image does not come back to you; your draft is kept"
        }
    }
}
