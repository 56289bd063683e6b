internal import HumanReview
internal import Screen

extension AppState {
    /// What the figures ask for when they come up.
    mutating func enterDashboard() -> [Effect] { [] }

    /// Does what a key asks for while the figures are shown; a row's `Enter` opens the list behind it.
    mutating func performInDashboard(_ action: Action) -> [Effect] {
        switch action {
        case .nextFigure: select(by: 1)
        case .previousFigure: select(by: -1)
        case .nextFigures: selectPage(by: 1)
        case .previousFigures: selectPage(by: -1)
        case .openFigure: return openFigure()
        default: break
        }
        return []
    }

    /// A mouse event over the figures: a click selects, a second one on the same row opens.
    mutating func handleInDashboard(_ mouse: MouseEvent) -> [Effect] {
        switch mouse.action {
        case .wheelDown: select(by: 1)
        case .wheelUp: select(by: -1)
        case .press(.left): return click(mouse)
        default: break
        }
        return []
    }

    /// Takes figures; they may come when another screen is shown.
    mutating func receive(_ event: DashboardEvent) -> [Effect] {
        loops.dashboard.isReading = false
        switch event {
        case .figures(let figures):
            loops.dashboard.figures = figures
            loops.dashboard.failure = nil
            select(by: 0)
        case .failed(let error):
            loops.dashboard.failure = error
            if loops.dashboard.figures != nil { say(.error, error.description) }
        }
        return []
    }

    /// What the figures ask for after every event, so that each thing is asked for once.
    mutating func requestForDashboard() -> [Effect] {
        let dashboard = loops.dashboard
        guard !dashboard.isReading else { return [] }
        if let askedAt = dashboard.askedAt {
            let waited = now.milliseconds - askedAt.milliseconds
            // A clock that was set back asks at once.
            guard !(0..<DashboardState.refreshMilliseconds).contains(waited) else { return [] }
        }
        loops.dashboard.isReading = true
        loops.dashboard.askedAt = now
        return [.loops(.dashboard(.readFigures(at: now)))]
    }

    /// The figures laid out on this screen, or nil before there are any.
    var dashboardLayout: DashboardLayout? {
        guard let figures = loops.dashboard.figures, let layout = ScreenLayout(metrics.size) else {
            return nil
        }
        return DashboardLayout(figures, in: DashboardLayout.rect(of: layout))
    }

    private mutating func select(by step: Int) {
        guard let layout = dashboardLayout else { return }
        let last = max(0, layout.rows.count - 1)
        loops.dashboard.selection = min(max(loops.dashboard.selection + step, 0), last)
    }

    private mutating func selectPage(by step: Int) {
        guard let layout = dashboardLayout else { return }
        let page = layout.page(ofRow: loops.dashboard.selection) + step
        guard let first = layout.rows.firstIndex(where: { $0.page == page }) else { return }
        loops.dashboard.selection = first
    }

    private mutating func openFigure() -> [Effect] {
        guard let layout = dashboardLayout,
            layout.rows.indices.contains(loops.dashboard.selection)
        else { return [] }
        guard let filter = layout.rows[loops.dashboard.selection].row.filter else {
            say(.information, "No list of loops is behind this figure")
            return []
        }
        return openLoopList(filter: filter)
    }

    private mutating func click(_ mouse: MouseEvent) -> [Effect] {
        guard let layout = dashboardLayout else { return [] }
        let page = layout.page(ofRow: loops.dashboard.selection)
        let column = mouse.x / max(1, metrics.cellWidth)
        let line = mouse.y / max(1, metrics.cellHeight)
        let hit = layout.rows.firstIndex {
            $0.page == page
                && $0.rect.contains(CellPosition(column: column, row: line))
        }
        guard let hit else { return [] }
        guard hit == loops.dashboard.selection else {
            loops.dashboard.selection = hit
            return []
        }
        return openFigure()
    }
}
