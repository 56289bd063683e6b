internal import HumanReview
internal import Screen

extension AppState {
    /// What the loops screen asks for when it is gone to.
    mutating func enterLoops() -> [Effect] { [] }

    /// Does what a key or the palette asks for on the loops screen.
    mutating func performInLoops(_ action: Action) -> [Effect] { [] }

    /// A mouse event on the loops screen.
    mutating func handleInLoops(_ mouse: MouseEvent) -> [Effect] { [] }

    /// Takes an answer; it may come when another screen is shown.
    mutating func receive(_ event: LoopsEvent) -> [Effect] {
        switch event {
        case .failed(let error): say(.error, error.description)
        }
        return []
    }

    /// What the loops screen asks for after every event, so that each thing is asked for once.
    mutating func requestForLoops() -> [Effect] { [] }
}
