/// A screenful of styled characters.
package struct CellGrid: Hashable, Sendable {
    package let size: CellSize
    /// `size.columns * size.rows` cells, rows from the top.
    package private(set) var cells: [Cell]

    /// A grid of blanks.
    package init(size: CellSize, style: Style = Style()) {
        self.size = size
        cells = Array(
            repeating: Cell(" ", style: style), count: max(0, size.columns) * max(0, size.rows))
    }

    /// The cell at a position inside the grid.
    package subscript(column: Int, row: Int) -> Cell {
        cells[row * size.columns + column]
    }

    /// Writes text from a cell rightwards, cut at the grid's edge or after `limit` columns.
    ///
    /// Control characters, which a terminal would obey, are drawn as `·`.
    ///
    /// - Returns: the column after the text.
    @discardableResult
    package mutating func write(
        _ text: String, column: Int, row: Int, style: Style, limit: Int = .max
    ) -> Int {
        guard row >= 0, row < size.rows else { return column }
        let end = limit == .max ? size.columns : min(size.columns, column + limit)
        var column = column
        for character in text {
            let (shown, width) = DisplayWidth.printable(character)
            guard width > 0 else { continue }
            guard column + width <= end else { return column }
            put(shown, width: width, column: column, row: row, style: style)
            column += width
        }
        return column
    }

    /// Fills a rectangle with blanks of a style.
    package mutating func fill(_ rect: CellRect, style: Style, with character: Character = " ") {
        for row in max(0, rect.row)..<max(max(0, rect.row), min(size.rows, rect.endRow)) {
            for column in max(
                0, rect.column)..<max(max(0, rect.column), min(size.columns, rect.endColumn))
            {
                cells[row * size.columns + column] = Cell(character, style: style)
            }
        }
    }

    private mutating func put(
        _ character: Character, width: Int, column: Int, row: Int, style: Style
    ) {
        guard column >= 0 else { return }
        let index = row * size.columns + column
        cells[index] = Cell(character, style: style)
        if width == 2 { cells[index + 1] = Cell(Cell.continuation, style: style) }
    }
}
