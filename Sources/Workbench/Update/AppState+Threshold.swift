internal import Annotations
internal import HumanReview

extension AppState {
    /// Takes more or fewer of the model's boxes into the answer, in steps of 0.05, as one edit.
    mutating func changeThreshold(by steps: Int) -> [Effect] {
        guard let task else { return [] }
        let before = task.draft.threshold
        let after = min(max(((before * 20).rounded() + Double(steps)) / 20, 0), 1)
        guard after != before else { return [] }
        let changes = steps < 0 ? task.recovered(at: after) : task.dropped(at: after)
        let saved = record(
            Edit(
                kind: .threshold, changes: changes,
                threshold: Edit.ThresholdChange(before: before, after: after), worker: worker,
                time: now))
        withTask { task in
            if task.selectedBox == nil { task.selection = task.draft.boxes.first?.id }
        }
        let count = self.task?.draft.boxes.count ?? 0
        say(
            .information,
            "Boxes with a score of \(Percent.of(after)) or more: \(count) in the answer")
        return saved
    }

    /// Begins again from the task's initial boxes; undo brings the other worker's draft back.
    mutating func setDraftAside() -> [Effect] {
        popup = nil
        guard let task else { return [] }
        let edit = Edit(
            kind: .reset, changes: task.changesToInitial,
            threshold: Edit.ThresholdChange(
                before: task.draft.threshold, after: task.task.displayThreshold), worker: worker,
            time: now)
        let saved = record(edit)
        withTask { $0.selection = $0.draft.boxes.first?.id }
        return saved
    }
}

extension TaskState {
    /// Detections at or above a threshold that are not in the answer and that nobody deleted.
    fileprivate func recovered(at threshold: Double) -> [BoxChange] {
        proposals.filter { proposal in
            (proposal.score ?? 0) >= threshold && draft.box(proposal.id) == nil
                && !draft.deletedByHand.contains(proposal.id)
        }.map { BoxChange(before: nil, after: $0) }
    }

    /// Boxes below a threshold that are still the model's own.
    fileprivate func dropped(at threshold: Double) -> [BoxChange] {
        draft.boxes.filter { box in
            box.score.map { $0 < threshold } == true && !box.isConfirmed
        }.map { BoxChange(before: $0, after: nil) }
    }

    fileprivate var changesToInitial: [BoxChange] {
        let initial = task.initialBoxes
        let surplus = draft.boxes.filter { box in !initial.contains { $0.id == box.id } }
        return surplus.map { BoxChange(before: $0, after: nil) }
            + initial.map { BoxChange(before: draft.box($0.id), after: $0) }
            .filter { $0.before != $0.after }
    }

    /// Every detection as a box; ids are the detections' positions.
    private var proposals: [ReviewBox] {
        task.detections.enumerated().map { index, detection in
            ReviewBox(
                id: index, label: detection.label, box: detection.box.pixelBox(in: image.size),
                score: detection.score)
        }
    }
}
