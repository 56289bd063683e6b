internal import Annotations
internal import HumanReview
internal import Screen

extension AppState {
    /// Looks anew at what waits when the accept screen is gone to.
    mutating func enterAccept() -> [Effect] {
        accept.mode = .normal
        accept.edition += 1
        return []
    }

    /// Does what a key or the palette asks for on the accept screen.
    mutating func performInAccept(_ action: Action) -> [Effect] {
        if let step = action.step {
            moveOnSheet(step)
            return []
        }
        switch action {
        case .pickOff: pickOff()
        case .selectRange: selectRange()
        case .selectAll: accept.mode = accept.mode == .everything ? .normal : .everything
        case .hint: accept.mode = accept.sheet?.items.isEmpty == false ? .hint(typed: "") : .normal
        case .acceptSheet: return askToAccept()
        case .sendToReview: return sendToReview()
        case .undoSheet: return undoSheet()
        case .openImage: visitSelected()
        default: performOnQuery(action)
        }
        return []
    }

    /// Leaves what the keys were doing on the sheet.
    mutating func goBackInAccept() -> [Effect] {
        message = nil
        if accept.mode == .normal { leaveCard() }
        accept.mode = .normal
        return []
    }

    /// Takes an answer; it may come when another screen is shown.
    mutating func receive(_ event: AcceptEvent) -> [Effect] {
        switch event {
        case .loaded(let request, let contents): receive(contents, for: request)
        case .loadFailed(let request, let error):
            guard request == accept.requested else { return [] }
            accept.failure = error.description
        case .developed(let thumbnail): accept.thumbnails[thumbnail.request] = thumbnail
        case .developFailed(let request, let reason):
            accept.spoiled[request] = reason
            return [.reportProblem(path: request.image.path, reason: reason)]
        case .progressed(let count): if accept.deciding != nil { accept.deciding = count }
        case .decided(let outcome): return receive(outcome)
        case .undone(let undo): receive(undo)
        case .failed(let error):
            endDeciding()
            accept.visit?.isTaking = false
            say(.error, error.description)
        }
        return []
    }

    /// What the accept screen asks for after every event, so that each thing is asked for once.
    mutating func requestForAccept() -> [Effect] {
        guard destination == .accept, !paneSize.isEmpty else { return [] }
        return requestSheet() + requestThumbnails()
    }

    /// A mouse event on the accept screen.
    mutating func handleInAccept(_ mouse: MouseEvent) -> [Effect] {
        guard popup == nil, let layout = ScreenLayout(metrics.size) else { return [] }
        switch mouse.action {
        case .wheelDown: goToNextSheet()
        case .wheelUp: goToPreviousSheet()
        case .press(.left):
            let index = sheetGrid.index(
                x: mouse.x - layout.pane.column * metrics.cellWidth,
                y: mouse.y - layout.pane.row * metrics.cellHeight)
            guard let index, let sheet = accept.sheet, sheet.items.indices.contains(index) else {
                return []
            }
            // A second click picks off, as a second look does.
            if sheet.selection == index { togglePicked() } else { accept.sheet?.select(index) }
        default: break
        }
        return []
    }
}
