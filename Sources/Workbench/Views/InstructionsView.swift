internal import HumanReview
internal import Screen

extension Painter {
    /// The task's instructions over the pane, wrapped and scrolled.
    mutating func drawInstructions(_ scroll: Int, _ layout: ScreenLayout) -> CellRect {
        let pane = layout.pane
        let columns = min(pane.columns - 2, 88)
        let rect = CellRect(
            column: pane.column + (pane.columns - columns) / 2, row: pane.row + 1, columns: columns,
            rows: pane.rows - 2)
        grid.fill(rect, style: panelStyle)
        guard let instructions = state.task?.task.instructions else { return rect }
        let lines = instructions.lines(width: columns - 6)
        let room = rect.rows - 2
        let first = min(scroll, max(0, lines.count - room))
        for (row, line) in lines.dropFirst(first).prefix(room).enumerated() {
            grid.write(
                line, column: rect.column + 3, row: rect.row + 1 + row,
                style: first + row == 0 ? strongStyle : panelStyle)
        }
        return rect
    }
}

extension TaskInstructions {
    /// Header, short and full instructions as lines of at most `width` columns.
    fileprivate func lines(width: Int) -> [String] {
        let parts = [
            header, "", shortInstructions, "", fullInstructionsHeader, "", fullInstructions,
        ]
        var lines = parts.flatMap { TextWrap.lines($0, width: width) }
        // Parts that are empty leave no double gaps.
        lines = lines.enumerated().filter { index, line in
            !line.isEmpty || (index > 0 && !lines[index - 1].isEmpty)
        }.map(\.element)
        return lines
    }
}
