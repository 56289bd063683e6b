internal import HumanReview
internal import Screen

extension AppState {
    /// What the figures ask for when they come up.
    mutating func enterDashboard() -> [Effect] { [] }

    /// Does what a key asks for while the figures are shown; a row's `Enter` calls
    /// ``openLoopList(filter:)``.
    mutating func performInDashboard(_ action: Action) -> [Effect] { [] }

    /// A mouse event over the figures.
    mutating func handleInDashboard(_ mouse: MouseEvent) -> [Effect] { [] }

    /// Takes figures; they may come when another screen is shown.
    mutating func receive(_ event: DashboardEvent) -> [Effect] {
        switch event {
        case .failed(let error): say(.error, error.description)
        }
        return []
    }

    /// What the figures ask for after every event, so that each thing is asked for once.
    mutating func requestForDashboard() -> [Effect] { [] }
}
