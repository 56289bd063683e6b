import Dispatch
import HumanReview
import Synchronization
import Workbench

/// Performs the loops screen's effects on threads of its own, so that no key waits for a figure or a
/// search.
nonisolated final class LoopsRunner: Sendable {
    private let store: any WorkstationStore
    private let worker: Worker
    private let queue = DispatchQueue(label: "loops", qos: .userInitiated)
    private let figures = DispatchQueue(label: "figures", qos: .userInitiated)
    /// The latest list asked for: what is waited for by none is not searched.
    private let latest = Mutex(0)
    private let report: @Sendable (Event) -> Void

    /// Milliseconds a search goes on before it says what it has found so far.
    private static let budget = 60
    /// Milliseconds a list is counted for.
    private static let countBudget = 400

    /// A runner that tells its answers to `report`, from its own thread.
    init(
        store: any WorkstationStore, worker: Worker, report: @escaping @Sendable (Event) -> Void
    ) {
        self.store = store
        self.worker = worker
        self.report = report
    }

    /// Begins an effect; those of the list are done one after the other, figures beside them.
    func perform(_ effect: LoopsEffect) {
        switch effect {
        case .dashboard(let effect): figures.async { self.perform(effect) }
        case .page(_, _, _, let generation), .count(_, let generation):
            latest.withLock { $0 = max($0, generation) }
            queue.async { self.list(effect) }
        default: queue.async { self.act(effect) }
        }
    }

    /// Reads what the figures ask for, on their own thread: the list does not wait for them.
    private func perform(_ effect: DashboardEffect) {
        switch effect {
        case .readFigures(let time): report(.loops(.dashboard(figures(at: time))))
        }
    }

    private func figures(at time: Timestamp) -> DashboardEvent {
        do {
            return .figures(try store.leadFigures(at: time))
        } catch {
            return .failed(ReviewError(ofWorkspace: error))
        }
    }

    private func list(_ effect: LoopsEffect) {
        switch effect {
        case .page(let filter, let position, let limit, let generation):
            guard isLatest(generation) else { return }
            answer({ .pageFailed($0, generation: generation) }) {
                .page(
                    try store.loopPage(
                        filter, after: position, limit: limit, at: SystemClock.now,
                        budget: Self.budget), generation: generation)
            }
        case .count(let filter, let generation):
            guard isLatest(generation) else { return }
            answer({ .pageFailed($0, generation: generation) }) {
                let count = try store.loopCount(
                    filter, limit: AppState.mostCounted, at: SystemClock.now,
                    budget: Self.countBudget)
                let emptying =
                    count.number > 0
                    ? nil : try store.emptyingTerm(of: filter, at: SystemClock.now)
                return .counted(count, emptying: emptying, generation: generation)
            }
        default: break
        }
    }

    private func isLatest(_ generation: Int) -> Bool { latest.withLock { $0 == generation } }

    private func act(_ effect: LoopsEffect) {
        if case .view(let loop) = effect {
            return answer({ .viewFailed(loop: loop, $0) }) {
                .viewed(try store.loopView(loop, for: worker))
            }
        }
        answer({ .failed($0) }) { try outcome(of: effect) }
    }

    private func outcome(of effect: LoopsEffect) throws -> LoopsEvent? {
        let now = SystemClock.now
        switch effect {
        case .preview(let action, let selection):
            return .previewed(
                action, selection, try store.preview(action, on: selection, by: worker, at: now))
        case .perform(let action, let selection):
            return .performed(
                action, try store.perform(action, on: selection, by: worker, at: now))
        case .undoAction: return .undone(try store.undoLoopAction(by: worker, at: now))
        case .export(let selection, let path):
            let export = LoopListExport(store: store, path: path, time: now)
            return .exported(path: path, count: try export.write(selection))
        case .saveFilter(let filter):
            try store.save(filter)
            return nil
        case .deleteFilter(let name):
            try store.deleteSavedFilter(named: name)
            return .savedFilters(try store.savedFilters())
        case .listSavedFilters: return .savedFilters(try store.savedFilters())
        case .listWorkers: return .workers(try store.knownWorkers())
        case .dashboard, .page, .count, .view: return nil
        }
    }

    private func answer(
        _ failed: (ReviewError) -> LoopsEvent, _ body: () throws -> LoopsEvent?
    ) {
        do {
            if let event = try body() { report(.loops(event)) }
        } catch {
            report(.loops(failed(ReviewError(ofWorkspace: error))))
        }
    }
}
