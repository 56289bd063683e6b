internal import Annotations
internal import HumanReview
internal import Screen

extension AppState {
    /// Takes an answer; it may come when another screen is shown.
    mutating func receive(_ event: TeamsEvent) -> [Effect] {
        switch event {
        case .disputes(let loops, let total): return receive(disputes: loops, total: total)
        case .history(let history): receive(history)
        case .permissions(let refusals): self.refusals = refusals
        case .settled(let loop): return noteSettled(loop)
        case .settlementUndone(let undone): return noteUndone(undone)
        case .sentBack(let loop, let revision): return noteSentBack(loop, revision)
        case .failed(let effect, let error): fail(effect, error)
        }
        return []
    }

    /// Refuses what the store would, before anything is asked about it.
    ///
    /// - Returns: nil when it may be done, as far as is known; else what finds out whether it still may
    ///   not, for the next time it is tried.
    mutating func refusal(_ permission: Permission) -> [Effect]? {
        guard let refusal = refusals[permission] else { return nil }
        say(.error, refusal.description)
        return [.teams(.readPermissions)]
    }

    private mutating func receive(_ history: LoopHistory) {
        let name = history.loop.name
        if self.history.loopName == name { self.history.show(history) }
        if disputes.current?.loop.name == name { disputes.show(history) }
    }

    private mutating func fail(_ effect: TeamsEffect, _ error: ReviewError) {
        // Nobody asked for it, and what it is for is refused or fails by itself.
        if effect == .readPermissions { return }
        say(.error, error.description)
        switch effect {
        case .readDisputes: disputes.failure = error.description
        case .readHistory(let loop):
            if history.loopName == loop { history.failure = error.description }
            if disputes.current?.loop.name == loop { disputes.failure = error.description }
        case .settle: disputes.dispute?.isSubmitting = false
        case .undoSettlement: disputes.isUndoing = false
        case .sendBack, .readPermissions: break
        }
    }
}
