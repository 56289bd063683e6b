internal import Annotations
internal import HumanReview

extension AppState {
    /// Submits the boxes as they stand, once the journal is saved.
    mutating func submit() -> [Effect] {
        if isPreviewing { return takeIntoReview() }
        guard canAnswer() else { return [] }
        let recorded = record(Edit(kind: .submit, worker: worker, time: now))
        let (worker, now) = (worker, now)
        withTask { $0.submission = $0.answer(by: worker, at: now) }
        return recorded
    }

    /// Deletes every box, as one undoable edit, and submits the empty answer.
    mutating func reject() -> [Effect] {
        if isPreviewing { return takeIntoReview() }
        guard canAnswer(), let task else { return [] }
        let deletions = task.draft.boxes.map { BoxChange(before: $0, after: nil) }
        let deleted = deletions.isEmpty ? [] : record(.delete, deletions)
        let submitted = submit()
        // Both entries go in together.
        return submitted.isEmpty ? deleted : submitted
    }

    mutating func noteSubmitted(_ loop: HumanLoop) -> [Effect] {
        let count = task?.draft.boxes.count ?? 0
        let boxes = count == 0 ? "no object" : count == 1 ? "1 box" : "\(count) boxes"
        say(.success, "Submitted \(loop.image.fileName) with \(boxes)")
        isSavingAgain = false
        withTask { task in
            task.task.lease = nil
            task.submission = nil
        }
        return isVisiting ? goBackFromVisit() : claimNext()
    }

    /// Whether an answer can be given now; says why when it cannot.
    private mutating func canAnswer() -> Bool {
        guard let task else { return false }
        guard task.isEditable else {
            _ = explainReadOnly()
            return false
        }
        if task.raster == nil {
            say(
                .warning,
                task.photoFailure == nil
                    ? "The photo is still loading" : "This photo cannot be shown; s skips it")
        }
        return task.raster != nil
    }

    mutating func explainReadOnly() -> [Effect] {
        guard let task else { return [] }
        if isPreviewing { return takeIntoReview() }
        if let reason = task.leaseLost {
            say(.error, reason)
        } else if task.submission != nil {
            say(.warning, "The answer is on its way; free some disk space if it does not arrive")
        } else if let refusal = task.task.refusal {
            say(.warning, refusal.description)
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
