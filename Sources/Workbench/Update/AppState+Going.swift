extension AppState {
    /// Goes to the screen an action names.
    mutating func go(to action: Action) -> [Effect] {
        switch action {
        case .goToReview: go(to: .review)
        case .goToAccept: go(to: .accept)
        case .goToLoops: go(to: .loops)
        case .goToDisputes: go(to: .disputes)
        case .goToHistory: goToHistory()
        default: []
        }
    }

    /// Shows another screen; an image under review stays open and held.
    mutating func go(to destination: Destination) -> [Effect] {
        let ended = endVisit()
        loops.isVisiting = false
        guard destination != self.destination || destination == .accept else { return ended }
        self.destination = destination
        pendingKeys = []
        return ended + [.teams(.readPermissions)] + enter(destination)
    }

    /// What a screen asks for when it comes up.
    mutating func enter(_ destination: Destination) -> [Effect] {
        switch destination {
        case .review: task == nil ? claimNext() : goBackToTask()
        case .accept: enterAccept()
        case .loops: enterLoops()
        case .disputes: enterDisputes()
        case .history: enterHistory()
        }
    }

    private mutating func goBackToTask() -> [Effect] {
        if let reason = task?.leaseLost { say(.error, reason) }
        return askForPhotoAgain()
    }

    /// Whether the photo under review was opened from another screen.
    var isVisiting: Bool { accept.visit != nil || isVisitingLoop }

    /// Goes back to the screen that the photo was opened from.
    mutating func goBackFromVisit() -> [Effect] {
        accept.visit == nil ? endLoopVisit() : endVisit()
    }
}
