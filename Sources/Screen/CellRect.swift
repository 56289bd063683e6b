/// A rectangle of character cells.
package struct CellRect: Hashable, Sendable {
    package var column: Int
    package var row: Int
    package var columns: Int
    package var rows: Int

    /// A rectangle; negative extents are kept as zero.
    package init(column: Int, row: Int, columns: Int, rows: Int) {
        self.column = column
        self.row = row
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }

    package var endColumn: Int { column + columns }
    package var endRow: Int { row + rows }

    /// Whether the cell is inside.
    package func contains(_ position: CellPosition) -> Bool {
        position.column >= column && position.column < endColumn
            && position.row >= row && position.row < endRow
    }
}
