import Dispatch
import HumanReview
import Workbench

/// Performs the effects of history and disputes on a thread of its own, so that no key waits for them.
nonisolated final class TeamsRunner: Sendable {
    private let store: any WorkstationStore
    private let worker: Worker
    private let queue = DispatchQueue(label: "teams", qos: .userInitiated)
    private let report: @Sendable (Event) -> Void

    /// How many disputes are read at once; what is settled makes room for more.
    private static let page = 100

    /// A runner that tells its answers to `report`, from its own thread.
    init(
        store: any WorkstationStore, worker: Worker, report: @escaping @Sendable (Event) -> Void
    ) {
        self.store = store
        self.worker = worker
        self.report = report
    }

    /// Begins an effect; effects are done one after the other.
    func perform(_ effect: TeamsEffect) {
        queue.async { self.report(.teams(self.answer(to: effect))) }
    }

    private func answer(to effect: TeamsEffect) -> TeamsEvent {
        do {
            return try result(of: effect)
        } catch {
            return .failed(effect, ReviewError(ofWorkspace: error))
        }
    }

    private func result(of effect: TeamsEffect) throws -> TeamsEvent {
        switch effect {
        case .readDisputes:
            return .disputes(
                try store.disputes(after: nil, limit: Self.page), total: try store.disputeCount())
        case .readPermissions: return .permissions(try store.refusals(of: worker))
        case .readHistory(let loop): return .history(try store.loopHistory(loop, for: worker))
        case .settle(let loop, let boxes, let revision):
            try store.settle(
                loop, as: boxes, revision: revision, by: worker, at: SystemClock.now)
            return .settled(loop: loop)
        case .undoSettlement:
            return .settlementUndone(
                try store.undoSettlement(by: worker, at: SystemClock.now))
        case .sendBack(let loop, let note, let asked):
            let revision = try store.sendBack(
                loop, note: note, to: asked, by: worker, at: SystemClock.now)
            return .sentBack(loop: loop, revision: revision)
        }
    }
}
