internal import Annotations
internal import HumanReview
internal import Screen

extension Painter {
    /// The task's instructions over the pane, wrapped and scrolled.
    mutating func drawInstructions(_ scroll: Int, _ layout: ScreenLayout) -> CellRect {
        let instructions = state.task?.task.instructions
        let text = InstructionsLayout(
            instructions ?? TaskInstructions(header: "", labels: .pascalVOC), in: layout.pane)
        grid.fill(text.rect, style: panelStyle)
        let first = min(scroll, text.lastScroll)
        for (row, line) in text.lines.dropFirst(first).prefix(text.room).enumerated() {
            grid.write(
                line, column: text.rect.column + 3, row: text.rect.row + 1 + row,
                style: first + row == 0 ? strongStyle : panelStyle)
        }
        if first < text.lastScroll {
            grid.write(
                "more below", column: text.rect.endColumn - 12, row: text.rect.endRow - 1,
                style: mutedStyle)
        }
        return text.rect
    }
}
