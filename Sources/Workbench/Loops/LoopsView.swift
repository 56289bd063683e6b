internal import Screen

extension Painter {
    /// The figures, the list or a loop, or what stands in their place.
    mutating func drawLoops(_ layout: ScreenLayout) {
        let body = CellRect(
            column: 0, row: layout.pane.row, columns: layout.header.columns,
            rows: layout.pane.rows)
        switch state.loops.mode {
        case .dashboard: drawDashboard(in: body)
        case .list, .detail: break
        }
    }

    /// The keys that matter on the loops screen.
    var loopsHints: [KeyHint] {
        switch state.loops.mode {
        case .dashboard: dashboardHints
        case .list, .detail: keys([.showDashboard, .help, .quit], ["figures", "keys", "quit"])
        }
    }
}

extension AppState {
    /// The photo of the loop that is looked at, or nil when there is none.
    func loopsPane(_ layout: ScreenLayout) -> ImagePane? { nil }
}
