internal import Annotations
internal import HumanReview
internal import Screen

extension AppState {
    /// Takes an answer; it may come when another screen is shown.
    mutating func receive(_ event: TeamsEvent) -> [Effect] {
        switch event {
        case .disputes(let loops, let total): return receive(disputes: loops, total: total)
        case .history(let history): receive(history)
        case .settled(let loop): return noteSettled(loop)
        case .settlementUndone(let undone): return noteUndone(undone)
        case .sentBack(let loop, let revision): return noteSentBack(loop, revision)
        case .failed(let effect, let error): fail(effect, error)
        }
        return []
    }

    private mutating func receive(_ history: LoopHistory) {
        let name = history.loop.name
        if self.history.loopName == name { self.history.show(history) }
        if disputes.current?.loop.name == name { disputes.show(history) }
    }

    private mutating func fail(_ effect: TeamsEffect, _ error: ReviewError) {
        say(.error, error.description)
        switch effect {
        case .readDisputes: disputes.failure = error.description
        case .readHistory(let loop):
            if history.loopName == loop { history.failure = error.description }
            if disputes.current?.loop.name == loop { disputes.failure = error.description }
        case .settle: disputes.dispute?.isSubmitting = false
        case .undoSettlement: disputes.isUndoing = false
        case .sendBack: break
        }
    }
}
