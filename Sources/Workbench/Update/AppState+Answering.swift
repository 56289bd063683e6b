internal import Annotations
internal import HumanReview

extension AppState {
    /// Submits the boxes as they stand.
    mutating func submit() -> [Effect] {
        guard let task else { return [] }
        guard task.isEditable, let lease = task.task.lease else { return explainReadOnly() }
        let recorded = record(Edit(kind: .submit, worker: worker, time: now))
        guard let answer = self.task?.answer(by: worker, at: now) else { return recorded }
        return recorded + [.submit(answer, under: lease)]
    }

    /// Deletes every box, as one undoable edit, and submits the empty answer.
    mutating func reject() -> [Effect] {
        guard let task else { return [] }
        guard task.isEditable else { return explainReadOnly() }
        let deletions = task.draft.boxes.map { BoxChange(before: $0, after: nil) }
        let deleted =
            deletions.isEmpty
            ? []
            : record(Edit(kind: .delete, changes: deletions, worker: worker, time: now))
        return deleted + submit()
    }

    mutating func noteSubmitted(_ loop: HumanLoop) -> [Effect] {
        let count = task?.draft.boxes.count ?? 0
        say(
            .success,
            "Submitted \(loop.image.fileName) with \(count) \(count == 1 ? "box" : "boxes")")
        withTask { $0.task.lease = nil }
        trailPosition = max(0, trail.count - 1)
        return claimNext()
    }

    mutating func explainReadOnly() -> [Effect] {
        guard let task else { return [] }
        if let reason = task.leaseLost {
            say(.error, reason)
        } else if let holder = task.task.holder {
            say(.warning, "\(holder.name) holds this image; ] goes on with the queue")
        } else {
            let status = task.task.loop.status.rawValue
            say(
                .information,
                "This loop is \(status) and cannot be changed; ] goes on with the queue")
        }
        return []
    }
}

extension TaskState {
    fileprivate func answer(by worker: Worker, at time: Timestamp) -> Answer {
        let own = draft.journal.filter { $0.worker == worker }
        return Answer(
            worker: worker, acceptanceTime: own.first?.time ?? time, submissionTime: time,
            activeMilliseconds: ActiveTime.milliseconds(of: draft.journal, by: worker),
            boxes: draft.boxes.map { LabeledBox(label: $0.label, box: $0.box) },
            imageSize: image.size)
    }
}

extension ReviewImage {
    /// The last component of the path.
    package var fileName: String { path.split(separator: "/").last.map(String.init) ?? path }
}
