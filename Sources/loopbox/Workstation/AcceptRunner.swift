import Dispatch
import HumanReview
import Synchronization
import Workbench

/// Performs the accept screen's effects on a thread of its own, so that no key waits for a sheet.
nonisolated final class AcceptRunner: Sendable {
    private let store: any WorkstationStore
    private let worker: Worker
    private let queue = DispatchQueue(label: "accept", qos: .userInitiated)
    private let reader: SheetReader
    private let thumbnails: ThumbnailLoader
    private let problems: ProblemRecorder
    /// The latest sheet asked for: earlier ones that were not begun are not worth reading.
    private let wanted = Mutex<SheetRequest?>(nil)
    private let report: @Sendable (Event) -> Void

    /// A runner that tells its answers to `report`, from its own threads.
    init(
        store: any WorkstationStore, worker: Worker, report: @escaping @Sendable (Event) -> Void
    ) {
        self.store = store
        self.worker = worker
        self.report = report
        reader = SheetReader(store: store, worker: worker)
        let problems = ProblemRecorder(store: store, queue: queue) { report(.reportFailed($0)) }
        self.problems = problems
        thumbnails = ThumbnailLoader(noteRead: problems.noteRead) { report(.accept($0)) }
    }

    /// Records a photo that cannot be shown, after what was begun before.
    func report(path: String, reason: String) {
        problems.report(InputProblem(path: path, reason: reason, time: SystemClock.now))
    }

    /// Begins an effect; effects are done one after the other.
    func perform(_ effect: AcceptEffect) {
        switch effect {
        case .develop(let requests): thumbnails.load(requests)
        case .load(let request):
            wanted.withLock { $0 = request }
            queue.async { self.load(request) }
        case .decide(let decision):
            queue.async {
                self.answer {
                    .failed($0)
                } with: {
                    .decided(try self.decide(decision))
                }
            }
        case .undo:
            queue.async {
                self.answer {
                    .failed($0)
                } with: {
                    .undone(try self.undo())
                }
            }
        }
    }

    private func load(_ request: SheetRequest) {
        guard wanted.withLock({ $0 == request }) else { return }
        answer {
            .loadFailed(request, $0)
        } with: {
            .loaded(request, try self.reader.contents(of: request))
        }
    }

    private func decide(_ decision: SheetDecision) throws -> SheetOutcome {
        try store.decide(decision, by: worker, at: SystemClock.now) { count in
            report(.accept(.progressed(count)))
        }
    }

    private func undo() throws -> SheetUndo {
        guard let number = try store.latestDecision(of: worker) else {
            throw ReviewError.decisionStands(reason: "\(worker.name) has decided nothing")
        }
        return try store.undoDecision(number, by: worker, at: SystemClock.now)
    }

    private func answer(
        _ failed: (ReviewError) -> AcceptEvent, with body: () throws -> AcceptEvent
    ) {
        do {
            report(.accept(try body()))
        } catch {
            report(.accept(failed(ReviewError(ofWorkspace: error))))
        }
    }
}
