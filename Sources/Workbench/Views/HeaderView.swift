internal import HumanReview
internal import Screen

extension Painter {
    /// Program and place at the left, the loop in the middle, progress at the right.
    mutating func drawHeader(_ rect: CellRect) {
        grid.fill(rect, style: panelStyle)
        var column = grid.write(" Loopbox ", column: 0, row: 0, style: keyStyle)
        column = grid.write(state.destination.title, column: column, row: 0, style: strongStyle)
        let right = progress
        let rightColumn = rect.endColumn - DisplayWidth.of(right) - 1
        grid.write(right, column: rightColumn, row: 0, style: panelStyle)
        guard state.destination == .review, let task = state.task else {
            grid.write("  " + subject, column: column, row: 0, style: mutedStyle)
            return
        }
        let room = rightColumn - column - 4
        column = grid.write("  ", column: column, row: 0, style: panelStyle)
        let name = DisplayWidth.truncate(task.image.fileName, to: max(16, room - 20))
        column = grid.write(name, column: column, row: 0, style: strongStyle)
        // What does not fit is left out whole: half a number would mislead.
        for detail in details(of: task) {
            guard column + DisplayWidth.of(detail) + 3 < rightColumn else { break }
            column = grid.write("  " + detail, column: column, row: 0, style: mutedStyle)
        }
    }

    /// What a screen without a task is about.
    private var subject: String {
        switch state.destination {
        case .disputes:
            guard let dispute = state.disputes.current else { return state.workspaceName }
            return "\(dispute.loop.image.fileName)  \(state.disputes.position + 1) of "
                + "\(state.disputes.total)"
        case .history:
            return state.history.history?.loop.image.fileName ?? state.workspaceName
        default: return state.workspaceName
        }
    }

    /// What the header says of a task, the most telling first.
    private func details(of task: TaskState) -> [String] {
        let loop = task.task.loop
        let score = loop.score.map { "score " + state.scoreText($0) } ?? "no detection"
        let age = Age.text(from: loop.creationTime, to: state.now) + " old"
        // A photo that is only looked at has no loop.
        let name = loop.name.isEmpty ? [] : ["loop " + loop.name.prefix(8)]
        return [score] + name + [age]
    }

    private var progress: String {
        guard let summary = state.summary else { return "" }
        let count: (Int) -> String = Counted.of
        let others =
            summary.heldByOthers > 0 ? "\(count(summary.heldByOthers)) with others · " : ""
        guard state.destination == .review else {
            return "\(queue)\(others)\(count(summary.completed)) completed · \(state.worker.name)"
        }
        // What was accepted in bulk was in nobody's queue.
        let (done, total) = (
            summary.completed - summary.accepted, summary.total - summary.accepted
        )
        let position = min(done + state.passed.count + 1, total)
        let place =
            state.task == nil || state.isPreviewing
            ? "" : "image \(count(position)) of \(count(total)) · "
        let own = own(summary, ofAll: done)
        return "\(queue)\(others)\(place)\(own)\(count(done)) done · \(state.worker.name)"
    }

    /// What the worker has done where that is not what all have: a loop that wants several answers is
    /// done long after the first.
    private func own(_ summary: QueueSummary, ofAll done: Int) -> String {
        guard let own = summary.answered, own != done else { return "" }
        return "you \(Counted.of(own)) · all "
    }

    /// How many images the model has yet to see, and how fast that goes.
    private var queue: String {
        guard let queue = state.queue, queue.depth > 0 else { return "" }
        let rate = queue.rate > 0 ? ", " + Rate.text(queue.rate) : ""
        return "queue \(queue.depth)\(rate) · "
    }
}
