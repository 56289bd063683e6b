internal import Annotations
internal import HumanReview
internal import Screen

extension AppState {
    mutating func handle(_ mouse: MouseEvent) -> [Effect] {
        guard popup == nil, let layout = ScreenLayout(metrics.size), let task,
            let viewport = task.shownViewport
        else { return [] }
        withTask { $0.hasActivity = true }
        let x = Double(mouse.x - layout.pane.column * metrics.cellWidth)
        let y = Double(mouse.y - layout.pane.row * metrics.cellHeight)
        if case .dragging(let drag) = task.mode {
            return follow(mouse, drag, x: x, y: y, viewport: viewport)
        }
        guard isInPane(x: x, y: y, viewport) else { return clickPanel(mouse, layout) }
        return begin(mouse, x: x, y: y, viewport: viewport)
    }

    private func isInPane(x: Double, y: Double, _ viewport: Viewport) -> Bool {
        x >= 0 && y >= 0 && x < Double(viewport.paneSize.width)
            && y < Double(viewport.paneSize.height)
    }

    private mutating func begin(_ mouse: MouseEvent, x: Double, y: Double, viewport: Viewport)
        -> [Effect]
    {
        switch mouse.action {
        case .wheelUp: zoom(by: 1.25, x: x, y: y)
        case .wheelDown: zoom(by: 0.8, x: x, y: y)
        case .press(.left): beginDrag(x: x, y: y, viewport: viewport)
        case .press: startDragging(.pan, x: x, y: y, viewport: viewport)
        case .move: moveCrosshair(toPaneX: x, paneY: y, viewport: viewport)
        case .release, .drag: break
        }
        return []
    }

    private mutating func beginDrag(x: Double, y: Double, viewport: Viewport) {
        guard let task else { return }
        if case .drawing = task.mode {
            return startDragging(.draw, x: x, y: y, viewport: viewport)
        }
        let reach = Double(max(2, metrics.cellWidth / 2 + 1))
        guard
            let hit = BoxHit.find(x: x, y: y, in: task, viewport: viewport, reach: reach)
        else { return startDragging(.draw, x: x, y: y, viewport: viewport) }
        withTask { $0.selection = hit.box.id }
        let kind: InputMode.Drag.Kind =
            hit.edges.isEmpty
            ? .move(id: hit.box.id, original: hit.box.box)
            : .resize(id: hit.box.id, original: hit.box.box, edges: hit.edges)
        startDragging(kind, x: x, y: y, viewport: viewport)
    }

    private mutating func startDragging(
        _ kind: InputMode.Drag.Kind, x: Double, y: Double, viewport: Viewport
    ) {
        let point = viewport.storedCorner(paneX: x, paneY: y)
        withTask { task in
            let drag = InputMode.Drag(kind: kind, start: point, current: point, paneX: x, paneY: y)
            if case .drawing(let drawing) = task.mode { task.interruptedDrawing = drawing }
            task.mode = .dragging(drag)
        }
    }

    private mutating func follow(
        _ mouse: MouseEvent, _ drag: InputMode.Drag, x: Double, y: Double, viewport: Viewport
    ) -> [Effect] {
        if case .move = mouse.action { return finishAtLast(drag) }
        guard mouse.action.continuesDrag else { return [] }
        var drag = drag
        if case .pan = drag.kind {
            withTask { $0.viewport?.pan(right: drag.paneX - x, down: drag.paneY - y) }
        }
        drag.current = viewport.storedCorner(paneX: x, paneY: y)
        drag.paneX = x
        drag.paneY = y
        guard case .release = mouse.action else {
            withTask { $0.mode = .dragging(drag) }
            return []
        }
        withTask { $0.mode = .normal }
        return finish(drag)
    }

    /// Motion without a button says that its release was lost.
    private mutating func finishAtLast(_ drag: InputMode.Drag) -> [Effect] {
        withTask { $0.mode = .normal }
        return finish(drag)
    }

    private mutating func finish(_ drag: InputMode.Drag) -> [Effect] {
        let drawing = task?.interruptedDrawing
        withTask { $0.interruptedDrawing = nil }
        switch drag.kind {
        case .pan:
            withTask { $0.mode = drawing.map(InputMode.drawing) ?? .normal }
            return []
        case .draw: return finishDraw(drag, drawing)
        case .move, .resize:
            guard let change = task?.draggedBox(drag) else { return [] }
            guard task?.isEditable == true else { return explainReadOnly() }
            return self.change(change.kind, change.before, to: change.after)
        }
    }

    /// A drag draws a box; a click is a corner while drawing, and otherwise selects nothing.
    private mutating func finishDraw(_ drag: InputMode.Drag, _ drawing: InputMode.Drawing?)
        -> [Effect]
    {
        let box = drag.outline
        let isClick = box.width <= 1 && box.height <= 1
        if let drawing, isClick || !drawing.points.isEmpty || drawing.shape == .fourExtremes {
            withTask { $0.mode = .drawing(drawing) }
            return place(drag.current)
        }
        guard box.width > 0, box.height > 0, !isClick else {
            withTask { $0.selection = nil }
            return []
        }
        guard task?.isEditable == true else { return explainReadOnly() }
        return finishDrawing(box)
    }

    private mutating func moveCrosshair(toPaneX x: Double, paneY y: Double, viewport: Viewport) {
        withTask { task in
            guard case .drawing(var drawing) = task.mode else { return }
            drawing.crosshair = viewport.storedCorner(paneX: x, paneY: y)
            task.mode = .drawing(drawing)
        }
    }
}

extension TaskState {
    /// The box under a drag as it would be if the button were let go now.
    func draggedBox(_ drag: InputMode.Drag) -> (
        kind: Edit.Kind, before: ReviewBox, after: ReviewBox
    )? {
        let dx = drag.current.x - drag.start.x
        let dy = drag.current.y - drag.start.y
        switch drag.kind {
        case .move(let id, let original):
            guard let box = draft.box(id) else { return nil }
            return (.move, box, box.placed(original.moved(right: dx, down: dy, within: image.size)))
        case .resize(let id, let original, let edges):
            guard let box = draft.box(id) else { return nil }
            let moved = edges.moved(original, right: dx, down: dy, within: image.size)
            return (.resize, box, box.placed(moved))
        case .draw, .pan: return nil
        }
    }
}

extension MouseEvent.Action {
    /// Whether the action moves or ends a gesture; the wheel and other buttons do neither.
    fileprivate var continuesDrag: Bool {
        switch self {
        case .drag, .release: true
        case .press, .move, .wheelUp, .wheelDown: false
        }
    }
}
