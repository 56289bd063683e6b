internal import Annotations
internal import HumanReview
internal import Screen

extension AppState {
    /// Shows the history of a loop; `Esc` comes back here.
    mutating func openHistory(of loop: String) -> [Effect] {
        if destination != .history { history.origin = destination }
        if history.loopName != loop {
            let origin = history.origin
            history = HistoryState()
            history.origin = origin
            history.loopName = loop
        }
        destination = .history
        pendingKeys = []
        return [.teams(.readPermissions)] + enterHistory()
    }

    /// The history of the loop on the screen, or of the one looked at last.
    mutating func goToHistory() -> [Effect] {
        let shown: String? =
            switch destination {
            case .review: task?.task.loop.name
            case .disputes: disputes.current?.loop.name
            case .loops where loops.mode == .detail: loops.detail?.name
            case .loops where loops.mode == .list: loops.list.current?.loop.name
            default: nil
            }
        guard let loop = shown ?? history.loopName else {
            say(.information, "Open an image first: its history is shown then")
            return []
        }
        return openHistory(of: loop)
    }

    /// What the history screen asks for when it comes up: others may have added to it.
    func enterHistory() -> [Effect] {
        history.loopName.map { [.teams(.readHistory(loop: $0))] } ?? []
    }

    mutating func performInHistory(_ action: Action) -> [Effect] {
        let last = max(0, history.versions.count - 1)
        switch action {
        case .nextVersion: history.shown = min(last, history.shown + 1)
        case .previousVersion: history.shown = max(0, history.shown - 1)
        case .nextBase: history.base = min(last, history.base + 1)
        case .previousBase: history.base = max(0, history.base - 1)
        case .nextBox: selectChange(offset: 1)
        case .previousBox: selectChange(offset: -1)
        case .sendBack: return offerSendingBack(history.history)
        case .back: return go(to: history.origin)
        default:
            let change = history.selectedChange
            history.photo?.zoom(action, to: (change?.after ?? change?.before)?.box)
        }
        history.selection = min(history.selection, max(0, history.changes.count - 1))
        return []
    }

    /// A click on a version shows it, one on a change selects it; the wheel over them goes through the
    /// versions.
    mutating func handleInHistory(_ mouse: MouseEvent) -> [Effect] {
        handleOnPanel(mouse, next: .nextVersion, previous: .previousVersion) { state, row in
            guard let panel = ScreenLayout(state.metrics.size)?.panel else { return }
            let title = state.history.changesRow(in: panel)
            if let version = state.history.versionWindow(in: panel).entry(atRow: row) {
                state.history.shown = version
                state.history.selection = 0
            } else if let change = state.history.changeWindow(below: title, in: panel)
                .entry(atRow: row)
            {
                state.history.selection = change
            }
        }
    }

    private mutating func selectChange(offset: Int) {
        let count = history.changes.count
        guard count > 0 else { return say(.information, "These versions have the same boxes") }
        history.selection = (history.selection + offset + count) % count
    }
}
