internal import HumanReview
internal import Screen

extension AppState {
    /// What the loops screen asks for when it is gone to.
    mutating func enterLoops() -> [Effect] {
        switch loops.mode {
        case .dashboard: enterDashboard()
        case .list, .detail: []
        }
    }

    /// Shows the loops that a filter lets through, such as those behind a figure.
    mutating func openLoopList(filter: String) -> [Effect] {
        loops.list = LoopListState()
        loops.list.filterText = filter
        loops.mode = .list
        return []
    }

    /// Does what a key or the palette asks for on the loops screen.
    mutating func performInLoops(_ action: Action) -> [Effect] {
        switch (loops.mode, action) {
        case (_, .showList): show(.list)
        case (_, .showDashboard): show(.dashboard)
        case (.dashboard, _): performInDashboard(action)
        case (.list, _), (.detail, _): []
        }
    }

    private mutating func show(_ mode: LoopsState.Mode) -> [Effect] {
        loops.mode = mode
        return enterLoops()
    }

    /// A mouse event on the loops screen.
    mutating func handleInLoops(_ mouse: MouseEvent) -> [Effect] {
        switch loops.mode {
        case .dashboard: handleInDashboard(mouse)
        case .list, .detail: []
        }
    }

    /// Takes an answer; it may come when another screen is shown.
    mutating func receive(_ event: LoopsEvent) -> [Effect] {
        switch event {
        case .dashboard(let event): return receive(event)
        case .failed(let error): say(.error, error.description)
        }
        return []
    }

    /// What the loops screen asks for after every event, so that each thing is asked for once.
    mutating func requestForLoops() -> [Effect] {
        destination == .loops && loops.mode == .dashboard ? requestForDashboard() : []
    }
}
