/// The lead's screen: figures, the list of loops behind each of them, and one loop.
package struct LoopsState: Hashable, Sendable {
    /// What of the three is on the screen.
    package enum Mode: Hashable, Sendable {
        case dashboard
        case list
        /// The loop the list's cursor was on.
        case detail
    }

    package var mode: Mode = .dashboard
    package var dashboard = DashboardState()
    package var list = LoopListState()
    package var detail: LoopDetailState?
    package var popup: LoopPopup?
    /// The review screen shows a loop of the list; leaving it comes back here.
    package var isVisiting = false

    /// Whether something was asked for that has not come yet.
    package var isBusy: Bool {
        switch mode {
        case .dashboard: dashboard.isBusy
        case .list: list.isBusy
        case .detail: list.works > 0 || detail?.isBusy == true
        }
    }

    /// The state before the first figures were asked for.
    package init() {}
}

extension LoopsState.Mode {
    /// What the keys mean.
    var context: KeyContext {
        switch self {
        case .dashboard: .dashboard
        case .list: .loops
        case .detail: .loop
        }
    }
}
