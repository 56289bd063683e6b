import Dispatch
import HumanReview
import Workbench

/// Performs the loops screen's effects on a thread of its own, so that no key waits for a figure.
nonisolated final class LoopsRunner: Sendable {
    private let store: any WorkstationStore
    private let worker: Worker
    private let queue = DispatchQueue(label: "loops", qos: .userInitiated)
    private let figures = DispatchQueue(label: "figures", qos: .userInitiated)
    private let report: @Sendable (Event) -> Void

    /// A runner that tells its answers to `report`, from its own thread.
    init(
        store: any WorkstationStore, worker: Worker, report: @escaping @Sendable (Event) -> Void
    ) {
        self.store = store
        self.worker = worker
        self.report = report
    }

    /// Begins an effect; effects are done one after the other.
    func perform(_ effect: LoopsEffect) {
        switch effect {
        case .dashboard(let effect): figures.async { self.perform(effect) }
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
        } catch let error as ReviewError {
            return .failed(error)
        } catch {
            return .failed(.storage(path: "workspace", reason: "\(error)"))
        }
    }
}
