extension AppState {
    /// Goes to the screen an action names.
    mutating func go(to action: Action) -> [Effect] {
        switch action {
        case .goToReview: go(to: .review)
        case .goToAccept: go(to: .accept)
        case .goToLoops: go(to: .loops)
        default: []
        }
    }

    /// Shows another screen; an image under review stays open and held.
    mutating func go(to destination: Destination) -> [Effect] {
        let ended = endVisit()
        guard destination != self.destination || destination == .accept else { return ended }
        self.destination = destination
        pendingKeys = []
        return ended + enter(destination)
    }

    /// What a screen asks for when it comes up.
    mutating func enter(_ destination: Destination) -> [Effect] {
        switch destination {
        case .review: task == nil ? claimNext() : []
        case .accept: enterAccept()
        case .loops: enterLoops()
        }
    }
}
