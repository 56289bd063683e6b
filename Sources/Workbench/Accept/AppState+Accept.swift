internal import HumanReview
internal import Screen

extension AppState {
    /// What the accept screen asks for when it is gone to.
    mutating func enterAccept() -> [Effect] { [] }

    /// Does what a key or the palette asks for on the accept screen.
    mutating func performInAccept(_ action: Action) -> [Effect] { [] }

    /// A mouse event on the accept screen.
    mutating func handleInAccept(_ mouse: MouseEvent) -> [Effect] { [] }

    /// Takes an answer; it may come when another screen is shown.
    mutating func receive(_ event: AcceptEvent) -> [Effect] {
        switch event {
        case .failed(let error): say(.error, error.description)
        }
        return []
    }

    /// What the accept screen asks for after every event, so that each thing is asked for once.
    mutating func requestForAccept() -> [Effect] { [] }
}
