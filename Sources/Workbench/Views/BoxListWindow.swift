internal import HumanReview
package import Screen

/// Which boxes the side panel's list shows, and in which rows.
package struct BoxListWindow: Hashable, Sendable {
    /// The list's rows: below its title, above the rest of the panel.
    package let rect: CellRect
    private let ids: [Int]
    private let first: Int

    /// The window that keeps the selected box in sight.
    package init(task: TaskState, layout: ScreenLayout) {
        let panel = layout.panel
        rect = CellRect(
            column: panel.column, row: panel.row + 2, columns: panel.columns,
            rows: max(3, panel.rows - Self.rowsBelow(panel.rows) - 2))
        ids = task.draft.boxes.map(\.id)
        let selected = task.selection.flatMap(ids.firstIndex(of:)) ?? 0
        first = max(0, min(selected - rect.rows / 2, ids.count - rect.rows))
    }

    /// The positions of the boxes in sight.
    package var visible: Range<Int> { first..<min(ids.count, first + rect.rows) }

    /// The box shown in a row of the screen.
    package func box(atRow row: Int) -> Int? {
        let index = row - rect.row + first
        return visible.contains(index) ? ids[index] : nil
    }

    /// Rows kept for the selected box, the threshold and the quick classes.
    static func rowsBelow(_ panelRows: Int) -> Int { panelRows >= 30 ? 18 : 13 }
}
