internal import Annotations
internal import Screen

extension AppState {
    /// The mouse over a loop's photo, or over either copy of it: the wheel zooms at the pointer, a drag
    /// moves what is seen.
    ///
    /// - Returns: whether the event was the photo's.
    mutating func handleOnPhoto(_ mouse: MouseEvent) -> Bool {
        guard let layout = ScreenLayout(metrics.size), var photo = loopPhoto else { return false }
        defer { loopPhoto = photo }
        let top = (layout.pane.row + (destination == .loops ? 1 : 0)) * metrics.cellHeight
        let (x, y) = (mouse.x, mouse.y - top)
        if let grip = photo.grip, mouse.action.isOfDrag {
            photo.viewport?.pan(right: Double(grip.x - x), down: Double(grip.y - y))
            if case .drag = mouse.action {
                photo.grip = PixelPoint(x: x, y: y)
            } else {
                photo.grip = nil
            }
            return true
        }
        guard y >= 0, x < layout.pane.endColumn * metrics.cellWidth,
            mouse.y < layout.pane.endRow * metrics.cellHeight
        else { return false }
        let place = loopPhotoPlace
        let isSecond = place.secondX.map { x >= $0 } ?? false
        let paneX = Double(isSecond ? x - (place.secondX ?? 0) : min(x, place.size.width))
        switch mouse.action {
        case .wheelUp: photo.viewport?.zoom(by: 1.25, aroundPaneX: paneX, paneY: Double(y))
        case .wheelDown: photo.viewport?.zoom(by: 0.8, aroundPaneX: paneX, paneY: Double(y))
        case .press: photo.grip = PixelPoint(x: x, y: y)
        case .release, .drag, .move: photo.grip = nil
        }
        return true
    }

    /// The row of the panel under the pointer and what was done there; nil elsewhere.
    func panelRow(_ mouse: MouseEvent) -> Int? {
        guard let layout = ScreenLayout(metrics.size) else { return nil }
        let cell = CellPosition(
            column: mouse.x / max(1, metrics.cellWidth), row: mouse.y / max(1, metrics.cellHeight))
        return layout.panel.contains(cell) ? cell.row : nil
    }

    /// The wheel over the panel goes on with `next` and `previous`; a click chooses the row's entry.
    mutating func handleOnPanel(
        _ mouse: MouseEvent, next: Action, previous: Action, choose: (inout AppState, Int) -> Void
    ) -> [Effect] {
        guard popup == nil, !handleOnPhoto(mouse), let row = panelRow(mouse) else { return [] }
        switch mouse.action {
        case .wheelDown: return perform(next)
        case .wheelUp: return perform(previous)
        case .press(.left): choose(&self, row)
        default: break
        }
        return []
    }
}

extension MouseEvent.Action {
    /// Whether it goes on with or ends a drag.
    fileprivate var isOfDrag: Bool {
        switch self {
        case .drag, .release: true
        default: false
        }
    }
}
