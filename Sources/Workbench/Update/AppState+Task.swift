internal import Annotations
internal import HumanReview

extension AppState {
    /// Changes the task on the screen in place; nil when there is none.
    @discardableResult
    mutating func withTask<Result>(_ body: (inout TaskState) -> Result) -> Result? {
        guard case .task(var task) = place else { return nil }
        // The old value is let go first so that its arrays are changed in place, not copied.
        place = .loading
        defer { place = .task(task) }
        return body(&task)
    }

    mutating func say(_ level: Message.Level, _ text: String) {
        message = Message(level, text, at: now)
    }

    mutating func receive(_ claim: Claim) -> [Effect] {
        switch claim {
        case .task(let task):
            trail.removeAll { $0 == task.loop.name }
            return show(task)
        case .nothing(let heldByOthers):
            place = .empty(heldByOthers: heldByOthers)
            return [.refreshSummary]
        }
    }

    mutating func show(_ task: OpenTask) -> [Effect] {
        popup = nil
        pendingKeys = []
        let state = TaskState(task)
        place = .task(state)
        activeLabel = activeLabel.flatMap {
            task.instructions.labels.classID(of: $0) == nil ? nil : $0
        }
        follow(task.loop.name)
        offerDraft(of: state)
        if let correction = task.correction, state.isEditable {
            say(.warning, "Sent back by \(correction.lead.name): \(correction.note)")
        }
        return noteOpening() + [.refreshSummary, refreshUpcoming]
    }

    mutating func fail(_ error: ReviewError) -> [Effect] {
        say(.error, error.description)
        if case .loading = place { place = .failed(error.description) }
        return []
    }

    /// Names another worker's unfinished answer, so that adopting it is a choice.
    private mutating func offerDraft(of task: TaskState) {
        guard task.isEditable else { return }
        let work = task.draft.journal.filter { !$0.changes.isEmpty || $0.threshold != nil }
        guard let last = work.last, last.worker != worker, last.kind != .reset else { return }
        popup = .adopt(worker: last.worker.name, edits: work.count)
    }

    /// The journal's own clock starts when the task is on the screen.
    private mutating func noteOpening() -> [Effect] {
        record(Edit(kind: .open, worker: worker, time: now))
    }

    /// A loop opened from the history keeps its place there; one from the queue comes last.
    private mutating func follow(_ loop: String) {
        if !trail.contains(loop) { trail.append(loop) }
        trailPosition = trail.firstIndex(of: loop) ?? 0
    }

    /// Loops of earlier sessions stand before those of this one.
    mutating func receive(history: [String]) {
        let earlier = history.reversed().filter { !trail.contains($0) }
        trail.insert(contentsOf: earlier, at: 0)
        trailPosition += earlier.count
    }
}
