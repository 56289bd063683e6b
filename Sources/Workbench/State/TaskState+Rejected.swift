internal import HumanReview

extension TaskState {
    /// Whether somebody said on a card of crops that the model's box is wrong, and it still is the model's.
    func isRejected(_ box: ReviewBox) -> Bool {
        box.score != nil && task.rejected.contains { $0.id == box.id }
    }

    /// Which boxes were rejected and by whom; nil when none was, or when all of them were put right.
    var rejections: String? {
        let boxes = draft.boxes.filter(isRejected)
        guard isEditable, let first = boxes.first,
            let worker = task.rejected.first(where: { $0.id == first.id })?.worker
        else { return nil }
        let name = "\(first.label) \(first.score.map(Percent.of) ?? "")"
        let more = boxes.count == 1 ? "" : " and \(boxes.count - 1) more"
        return "\(worker.name) rejected \(name)\(more): change it or delete it"
    }
}
