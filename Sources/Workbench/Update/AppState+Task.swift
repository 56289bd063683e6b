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
            return show(task)
        case .nothing(let heldByOthers):
            busy = max(0, busy - 1)
            place = .empty(heldByOthers: heldByOthers)
            return [.refreshSummary]
        }
    }

    mutating func show(_ task: OpenTask) -> [Effect] {
        busy = max(0, busy - 1)
        popup = nil
        pendingKeys = []
        let state = TaskState(task)
        place = .task(state)
        activeLabel = activeLabel.flatMap {
            task.instructions.labels.classID(of: $0) == nil ? nil : $0
        }
        follow(task.loop.name)
        offerDraft(of: state)
        return noteOpening() + [.refreshSummary, .refreshUpcoming]
    }

    mutating func fail(_ error: ReviewError) -> [Effect] {
        busy = max(0, busy - 1)
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

    private mutating func follow(_ loop: String) {
        if trail.indices.contains(trailPosition), trail[trailPosition] == loop { return }
        if let index = trail.firstIndex(of: loop) { trail.remove(at: index) }
        trail.append(loop)
        trailPosition = trail.count - 1
    }

    /// Loops of earlier sessions stand before those of this one.
    mutating func receive(history: [String]) {
        let earlier = history.reversed().filter { !trail.contains($0) }
        trail.insert(contentsOf: earlier, at: 0)
        trailPosition += earlier.count
    }
}
