internal import HumanReview
internal import Screen

extension Painter {
    /// The figures, the list or a loop, or what stands in their place.
    mutating func drawLoops(_ layout: ScreenLayout) {
        let body = CellRect(
            column: 0, row: layout.pane.row, columns: layout.header.columns,
            rows: layout.pane.rows)
        switch state.loops.mode {
        case .dashboard: drawDashboard(in: body)
        case .list: drawLoopList(in: body)
        case .detail: drawLoopDetail(layout)
        }
    }

    /// The keys that matter on the loops screen.
    var loopsHints: [KeyHint] {
        if let popup = state.loops.popup { return popup.hints }
        return switch state.loops.mode {
        case .dashboard: dashboardHints
        case .list where state.loops.list.isEditing:
            [
                KeyHint(keys: "type", text: "key:value, < >, words, -not"),
                KeyHint(keys: "Enter", text: "to the list"),
                KeyHint(keys: "Ctrl+U", text: "clear"),
            ]
        case .list:
            keys(
                [
                    .openLoop, .editFilter, .selectLoop, .stopLoops, .releaseLoops,
                    .reassignLoops, .undo, .help, .reopenLoops, .changeSort, .savedFilters,
                    .exportLoops, .showDashboard, .reviewLoop,
                ],
                [
                    "open", "filter", "select", "stop", "release", "give", "undo", "keys",
                    "reopen", "sort", "saved", "export", "figures", "review",
                ])
        case .detail:
            keys(
                [
                    .toggleBoxes, .nextRow, .previousRow, .reviewLoop, .back, .help, .zoomIn,
                    .goToHistory, .stopLoops, .releaseLoops, .reassignLoops, .reopenLoops, .undo,
                ],
                [
                    "boxes", "next", "previous", "review", "list", "keys", "zoom", "history",
                    "stop", "release", "give", "reopen", "undo",
                ])
        }
    }

    /// What the status line says of the loop under the cursor.
    var loopsStatus: String {
        switch state.loops.mode {
        case .dashboard: ""
        case .list: state.loops.list.current?.loop.image.path ?? ""
        case .detail: state.loops.detail?.view?.row.loop.image.path ?? ""
        }
    }
}

extension LoopPopup {
    fileprivate var hints: [KeyHint] {
        switch self {
        case .confirm: [KeyHint(keys: "y Enter", text: "yes"), KeyHint(keys: "n Esc", text: "no")]
        case .savedFilters:
            [
                KeyHint(keys: "Enter", text: "take"), KeyHint(keys: "s", text: "save the list's"),
                KeyHint(keys: "d", text: "delete"), KeyHint(keys: "Esc", text: "close"),
            ]
        case .nameFilter, .exportPath:
            [KeyHint(keys: "Enter", text: "write"), KeyHint(keys: "Esc", text: "cancel")]
        case .workers:
            [
                KeyHint(keys: "type", text: "to search"), KeyHint(keys: "Enter", text: "choose"),
                KeyHint(keys: "Esc", text: "cancel"),
            ]
        }
    }
}
