/// An extent in character cells.
package struct CellSize: Hashable, Sendable {
    package var columns: Int
    package var rows: Int

    /// An extent.
    package init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
    }
}
