package import Screen

/// Where things are on a screen of a size.
package struct ScreenLayout: Hashable, Sendable {
    /// A terminal of 80×24 in which tmux keeps a row or two for its status.
    package static let smallest = CellSize(columns: 80, rows: 22)

    package let header: CellRect
    package let pane: CellRect
    package let panel: CellRect
    /// One line of what just happened or what is selected.
    package let status: CellRect
    /// The keys that matter now.
    package let footer: CellRect

    /// The layout, or nil on a screen smaller than ``smallest``.
    package init?(_ size: CellSize) {
        guard size.columns >= Self.smallest.columns, size.rows >= Self.smallest.rows else {
            return nil
        }
        let panelWidth = size.columns < 110 ? 26 : 34
        let body = size.rows - 3
        header = CellRect(column: 0, row: 0, columns: size.columns, rows: 1)
        pane = CellRect(column: 0, row: 1, columns: size.columns - panelWidth, rows: body)
        panel = CellRect(column: pane.endColumn, row: 1, columns: panelWidth, rows: body)
        status = CellRect(column: 0, row: size.rows - 2, columns: size.columns, rows: 1)
        footer = CellRect(column: 0, row: size.rows - 1, columns: size.columns, rows: 1)
    }
}
