internal import Screen

/// What the side panels of all screens are made of.
extension Painter {
    /// A heading, with what is said of all below it at the right.
    mutating func drawTitle(_ title: String, detail: String, row: Int, in panel: CellRect) {
        let end = grid.write(" " + title, column: panel.column + 1, row: row, style: strongStyle)
        let detail = DisplayWidth.truncate(detail, to: panel.endColumn - end - 2)
        let column = panel.endColumn - DisplayWidth.of(detail) - 1
        grid.write(detail, column: column, row: row, style: mutedStyle)
    }

    /// Something known, with its name at the left.
    mutating func drawFact(_ name: String, _ value: String, row: Int, in panel: CellRect) {
        guard row < panel.endRow else { return }
        grid.write(" " + name, column: panel.column + 1, row: row, style: mutedStyle)
        grid.write(
            value, column: panel.endColumn - DisplayWidth.of(value) - 1, row: row, style: panelStyle
        )
    }

    /// An entry of a list, with a detail at the right.
    mutating func drawEntry(
        _ text: String, mark: String, detail: String, isSelected: Bool, row: Int,
        in panel: CellRect
    ) {
        let (line, style) = beginLine(row, isSelected: isSelected, in: panel)
        grid.write(mark, column: line.column, row: row, style: style)
        grid.write(
            DisplayWidth.truncate(text, to: line.columns - detail.count - 4),
            column: line.column + 2, row: row, style: style)
        grid.write(detail, column: line.endColumn - detail.count - 1, row: row, style: style)
    }

    /// The ground of an entry, and what is to be written there in.
    mutating func beginLine(
        _ row: Int, isSelected: Bool, in panel: CellRect
    ) -> (line: CellRect, style: Style) {
        let style = isSelected ? selectionStyle : panelStyle
        let line = CellRect(column: panel.column + 1, row: row, columns: panel.columns - 1, rows: 1)
        grid.fill(line, style: style)
        return (line, style)
    }
}
