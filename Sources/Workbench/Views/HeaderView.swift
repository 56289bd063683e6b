internal import HumanReview
internal import Screen

extension Painter {
    /// Program and place at the left, the loop in the middle, progress at the right.
    mutating func drawHeader(_ rect: CellRect) {
        grid.fill(rect, style: panelStyle)
        var column = grid.write(" Loopbox ", column: 0, row: 0, style: keyStyle)
        column = grid.write("Review", column: column, row: 0, style: strongStyle)
        let right = progress
        let rightColumn = rect.endColumn - DisplayWidth.of(right) - 1
        grid.write(right, column: rightColumn, row: 0, style: panelStyle)
        guard let task = state.task else { return }
        let room = rightColumn - column - 4
        column = grid.write("  ", column: column, row: 0, style: panelStyle)
        let name = DisplayWidth.truncate(task.image.fileName, to: max(16, room - 20))
        column = grid.write(name, column: column, row: 0, style: strongStyle)
        let details = DisplayWidth.truncate(details(of: task), to: rightColumn - column - 1)
        grid.write(details, column: column, row: 0, style: mutedStyle)
    }

    private func details(of task: TaskState) -> String {
        let loop = task.task.loop
        let score = loop.score.map { "score " + Percent.of($0) } ?? "no detection"
        let parts = [score, Age.text(from: loop.creationTime, to: state.now) + " old"]
        return "  " + (parts + ["loop " + loop.name.prefix(8)]).joined(separator: " · ")
    }

    private var progress: String {
        guard let summary = state.summary else { return "" }
        let others = summary.heldByOthers > 0 ? "\(summary.heldByOthers) with others · " : ""
        return "\(others)\(summary.completed) of \(summary.total) done · \(state.worker.name)"
    }
}
