import Dispatch
import HumanReview
import Workbench

/// Performs the accept screen's effects on a thread of its own, so that no key waits for a sheet.
nonisolated final class AcceptRunner: Sendable {
    private let store: any WorkstationStore
    private let worker: Worker
    private let queue = DispatchQueue(label: "accept", qos: .userInitiated)
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
    func perform(_ effect: AcceptEffect) {}
}
