internal import HumanReview
internal import Screen

extension AppState {
    /// What the loops screen asks for when it is gone to.
    mutating func enterLoops() -> [Effect] {
        switch loops.mode {
        case .dashboard: enterDashboard()
        case .list: reloadLoops()
        case .detail: reloadLoops() + viewLoop()
        }
    }

    /// Shows the loops that a filter lets through, such as those behind a figure.
    mutating func openLoopList(filter: String) -> [Effect] {
        loops.mode = .list
        loops.list.field = LineEdit(filter)
        loops.list.isEditing = false
        _ = loops.list.readField()
        return readLoops()
    }

    /// Does what a key or the palette asks for on the loops screen.
    mutating func performInLoops(_ action: Action) -> [Effect] {
        switch (loops.mode, action) {
        case (_, .showList): show(.list)
        case (_, .showDashboard): show(.dashboard)
        case (.dashboard, _): performInDashboard(action)
        case (.list, _): performInLoopList(action)
        case (.detail, _): performInLoopDetail(action)
        }
    }

    private mutating func show(_ mode: LoopsState.Mode) -> [Effect] {
        loops.mode = mode
        loops.detail = nil
        return enterLoops()
    }

    /// Takes an answer; it may come when another screen is shown.
    mutating func receive(_ event: LoopsEvent) -> [Effect] {
        switch event {
        case .dashboard(let event): return receive(event)
        case .page, .pageFailed, .counted: return receive(listed: event)
        case .viewed(let view): receive(view)
        case .viewFailed(let loop, let error): receive(failure: error, ofLoop: loop)
        case .previewed, .performed, .undone, .exported: return receive(done: event)
        case .savedFilters(let filters):
            loops.popup = .savedFilters(filters, selection: 0)
        case .workers(let workers):
            loops.popup = .workers(workers, Popup.ListSearch())
        case .failed(let error):
            loops.list.works = 0
            say(.error, error.description)
        }
        return []
    }

    /// What the loops screen asks for after every event, so that each thing is asked for once.
    mutating func requestForLoops() -> [Effect] {
        guard destination == .loops else { return [] }
        return switch loops.mode {
        case .dashboard: requestForDashboard()
        case .list: requestRows() + refreshRows()
        case .detail: requestRows()
        }
    }

    /// What `Esc` leaves: a selection, a loop, the list.
    mutating func goBackInLoops() -> [Effect] {
        switch loops.mode {
        case .dashboard: break
        case .detail:
            loops.mode = .list
            loops.detail = nil
        case .list where loops.list.anchor != nil: loops.list.anchor = nil
        case .list where !loops.list.marks.isEmpty: loops.list.marks = LoopMarks()
        case .list: return show(.dashboard)
        }
        return []
    }

    /// A mouse event on the loops screen.
    mutating func handleInLoops(_ mouse: MouseEvent) -> [Effect] {
        guard loops.popup == nil, popup == nil else { return [] }
        return switch loops.mode {
        case .dashboard: handleInDashboard(mouse)
        case .list: handleInLoopList(mouse)
        case .detail: handleInLoopDetail(mouse)
        }
    }

    /// The wheel beside the photo goes to the loop after or before.
    private mutating func handleInLoopDetail(_ mouse: MouseEvent) -> [Effect] {
        handleOnPanel(mouse, next: .nextRow, previous: .previousRow) { _, _ in }
    }
}

extension LoopsState {
    /// Whether keys are typed text, or answer a question.
    var takesText: Bool { popup != nil || mode == .list && list.isEditing }
}
