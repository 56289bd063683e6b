internal import Screen

extension AppState {
    /// A click on a row of the side panel selects that row's box.
    mutating func clickPanel(_ mouse: MouseEvent, _ layout: ScreenLayout) -> [Effect] {
        guard case .press(.left) = mouse.action, metrics.cellWidth > 0, metrics.cellHeight > 0
        else {
            return []
        }
        let cell = CellPosition(
            column: mouse.x / metrics.cellWidth, row: mouse.y / metrics.cellHeight)
        guard layout.panel.contains(cell) else { return [] }
        withTask { task in
            let list = BoxListWindow(task: task, layout: layout)
            guard let id = list.box(atRow: cell.row) else { return }
            task.selection = id
            task.revealSelection()
        }
        return []
    }
}
