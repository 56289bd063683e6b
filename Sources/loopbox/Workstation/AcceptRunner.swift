import Annotations
import Dispatch
import HumanReview
import Synchronization
import Workbench

/// Performs the accept screen's effects on a thread of its own, so that no key waits for a sheet.
nonisolated final class AcceptRunner: Sendable {
    private let store: any WorkstationStore
    private let worker: Worker
    private let queue = DispatchQueue(label: "accept", qos: .userInitiated)
    private let thumbnails: ThumbnailLoader
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
        thumbnails = ThumbnailLoader { report(.accept($0)) }
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
            .loaded(request, try self.contents(of: request))
        }
    }

    private func contents(of request: SheetRequest) throws -> SheetContents {
        switch request.query {
        case .images(let query): try sheet(query, request)
        case .boxes(let query): try card(query, request)
        }
    }

    /// The sheet, and the one after it for its photos.
    private func sheet(_ query: ConfidentQuery, _ request: SheetRequest) throws -> SheetContents {
        let filter = query.filter
        var place: ConfidentPlace?
        if case .image(let image) = request.place { place = image }
        let items = try store.confidentPage(query, after: place, limit: 2 * request.limit)
            .map(SheetItem.image)
        let facets = try store.confidentFacets()
        return SheetContents(
            items: Array(items.prefix(request.limit)),
            following: Array(items.dropFirst(request.limit)),
            taken: try store.confidentCount(filter),
            total: try store.confidentCount(ConfidentFilter()),
            lowestScore: facets.lowestScore, facets: facets,
            trust: SheetTrust(
                try store.scoreBands(ofModel: filter.model), from: filter.minimumScore),
            canUndo: try store.latestDecision(of: worker) != nil)
    }

    /// The card, and the one after it for its crops.
    private func card(_ query: ConfidentBoxQuery, _ request: SheetRequest) throws -> SheetContents {
        let all = ConfidentBoxFilter(label: query.filter.label)
        var place: ConfidentBoxPlace?
        if case .box(let box) = request.place { place = box }
        let items = try store.confidentBoxes(query, after: place, limit: 2 * request.limit)
            .map(SheetItem.box)
        let weakest = try store.confidentBoxes(
            ConfidentBoxQuery(filter: all), after: nil, limit: 1)
        return SheetContents(
            items: Array(items.prefix(request.limit)),
            following: Array(items.dropFirst(request.limit)),
            taken: try store.confidentBoxCount(query.filter),
            total: try store.confidentBoxCount(all),
            lowestScore: weakest.first?.detection.score, facets: try store.confidentFacets(),
            canUndo: try store.latestDecision(of: worker) != nil)
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
        } catch let error as ReviewError {
            report(.accept(failed(error)))
        } catch {
            report(.accept(failed(.storage(path: "workspace", reason: "\(error)"))))
        }
    }
}
