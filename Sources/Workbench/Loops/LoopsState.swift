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

    /// Whether something was asked for that has not come yet.
    package var isBusy: Bool {
        switch mode {
        case .dashboard: dashboard.isBusy
        case .list, .detail: list.isBusy
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
