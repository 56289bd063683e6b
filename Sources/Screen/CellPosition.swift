/// A character cell of the terminal: column and row from the top left, both from 0.
package struct CellPosition: Hashable, Sendable {
    package var column: Int
    package var row: Int

    /// A position; it may lie outside a grid.
    package init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }
}
