import Annotations
import HumanReview
import Imaging
import Screen
import Workbench

/// A reviewer at a screen whose store is a dictionary: keys go in, journals and answers come out.
struct Reviewer: Typist {
    private(set) var state: AppState
    /// Every effect so far, in order.
    private(set) var effects: [Effect] = []
    /// Journals by loop, as the store would have them.
    private(set) var journals: [String: [Edit]] = [:]
    private(set) var answers: [String: Answer] = [:]
    var queue: [OpenTask]
    /// What the store says to a commit instead of taking it.
    var failure: ReviewError?
    /// Whether photos are held back until ``developWaiting()``.
    var holdsPhotos = false
    private(set) var waitingPhotos: [PhotoRequest] = []
    private var rasters = 0

    init(_ tasks: [OpenTask], size: CellSize = CellSize(columns: 120, rows: 40)) {
        queue = tasks
        state = AppState(
            metrics: ScreenMetrics(size: size, cellWidth: 8, cellHeight: 16, renderer: .sixel),
            theme: .test, worker: Worker(name: "ana"), workspaceName: "photos",
            quickClasses: Array(LabelMap.pascalVOC.names.prefix(10)),
            now: Timestamp(milliseconds: 1_700_000_000_000))
        send(.started)
    }

    var task: TaskState? { state.task }
    var boxes: [ReviewBox] { task?.draft.boxes ?? [] }

    /// Drags between two pane pixels, by way of one in the middle.
    mutating func drag(from start: (Int, Int), to end: (Int, Int)) {
        mouse(.press(.left), start)
        mouse(.drag(.left), ((start.0 + end.0) / 2, (start.1 + end.1) / 2))
        mouse(.drag(.left), end)
        mouse(.release(.left), end)
    }

    mutating func mouse(_ action: MouseEvent.Action, _ point: (Int, Int)) {
        // The pane begins below the header row.
        send(.mouse(MouseEvent(action: action, x: point.0, y: point.1 + 16)))
    }

    mutating func send(_ event: Event) {
        for effect in update(&state, event) {
            effects.append(effect)
            for answer in answer(effect) { send(answer) }
        }
    }

    private mutating func answer(_ effect: Effect) -> [Event] {
        switch effect {
        case .claimNext(let excluded): [.claimed(claim(excluded))]
        case .open(let loop): queue.filter { $0.loop.name == loop }.map { .opened(reopened($0)) }
        case .commit(let edits, let position, let lease): [commit(edits, position, lease)]
        case .submit(let answer, let lease): [submit(answer, lease)]
        case .loadPhoto(let request): photo(request)
        default: []
        }
    }

    private func claim(_ excluded: Set<String>) -> Claim {
        let waiting = queue.filter { answers[$0.loop.name] == nil }
        let next = waiting.first { !excluded.contains($0.loop.name) } ?? waiting.first
        return next.map { .task(reopened($0)) } ?? .nothing(heldByOthers: 0)
    }

    private func reopened(_ task: OpenTask) -> OpenTask {
        var task = task
        let loop = task.loop.name
        task.journal += journals[loop] ?? []
        if answers[loop] != nil {
            task.lease = nil
            task.loop.status = .completed
        }
        return task
    }

    private mutating func commit(_ edits: [Edit], _ position: Int, _ lease: Lease) -> Event {
        if let failure { return .commitFailed(loop: lease.loopName, failure) }
        journals[lease.loopName, default: []] += edits
        return .committed(loop: lease.loopName, count: edits.count)
    }

    private mutating func submit(_ answer: Answer, _ lease: Lease) -> Event {
        if let failure { return .submitFailed(loop: lease.loopName, failure) }
        answers[lease.loopName] = answer
        guard var loop = queue.first(where: { $0.loop.name == lease.loopName })?.loop else {
            return .submitFailed(loop: lease.loopName, .unknownLoop(lease.loopName))
        }
        loop.status = .completed
        return .submitted(loop)
    }

    private mutating func photo(_ request: PhotoRequest) -> [Event] {
        guard holdsPhotos else { return [develop(request)] }
        waitingPhotos.append(request)
        return []
    }

    /// Answers a photo request that was held back.
    mutating func develop(waiting index: Int) { send(develop(waitingPhotos[index])) }

    private mutating func develop(_ request: PhotoRequest) -> Event {
        rasters += 1
        let pane = request.canvasSize
        let canvas = IndexedCanvas(
            width: pane.width, height: pane.height, palette: request.reservedColors)
        return .photoReady(
            PhotoRaster(request: request, identity: rasters, canvas: canvas, sixel: []))
    }
}
