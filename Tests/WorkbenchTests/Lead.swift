import Annotations
import HumanReview
import Imaging
import Screen
import Workbench

/// A lead at the loops screen, whose store is a list of loops: keys go in, actions come out.
struct Lead: Typist {
    private(set) var state: AppState
    /// Every effect of the loops screen so far, in order.
    private(set) var asked: [LoopsEffect] = []
    /// Effects of the other screens.
    private(set) var others: [Effect] = []
    var rows: [LoopListRow]
    /// What the store says to everything instead of doing it.
    var failure: ReviewError?
    /// Whether answers are held back until ``answerWaiting()``.
    var holdsAnswers = false
    var saved: [SavedFilter] = []
    /// What the store finds unknown in a filter that nothing matches.
    var unknown: UnknownName?
    private var waiting: [LoopsEffect] = []
    private var rasters = 0

    init(
        _ rows: [LoopListRow], size: CellSize = CellSize(columns: 120, rows: 36),
        renderer: ScreenMetrics.PixelRenderer = .sixel
    ) {
        self.rows = rows
        state = AppState(
            metrics: ScreenMetrics(
                size: size, cellWidth: renderer == .sixel ? 8 : 1,
                cellHeight: renderer == .sixel ? 16 : 2, renderer: renderer),
            theme: .test, worker: Worker(name: "lea"), workspaceName: "photos",
            quickClasses: [], now: Timestamp(milliseconds: 1_700_000_000_000))
        state.destination = .loops
        state.loops.mode = .list
    }

    /// A lead who sees the first of so many example loops.
    static func atLoops(_ count: Int = 40, size: CellSize = CellSize(columns: 120, rows: 36))
        -> Lead
    {
        var lead = Lead(LoopListRow.examples(count), size: size)
        lead.start()
        return lead
    }

    var list: LoopListState { state.loops.list }

    mutating func start() { send(.started) }

    mutating func send(_ event: Event) {
        for effect in update(&state, event) {
            switch effect {
            case .loops(let effect):
                asked.append(effect)
                if holdsAnswers { waiting.append(effect) } else { answer(effect) }
            case .loadPhoto(let request): develop(request)
            case .commit(let edits, _, let lease):
                send(.committed(loop: lease.loopName, count: edits.count))
            default: others.append(effect)
            }
        }
    }

    /// Answers what was held back.
    mutating func answerWaiting() {
        let effects = waiting
        waiting = []
        for effect in effects { answer(effect) }
    }

    private mutating func answer(_ effect: LoopsEffect) {
        if let failure {
            switch effect {
            case .page(_, _, _, let generation):
                return send(.loops(.pageFailed(failure, generation: generation)))
            case .count, .dashboard: return
            default: return send(.loops(.failed(failure)))
            }
        }
        for event in events(for: effect) { send(.loops(event)) }
    }

    private mutating func events(for effect: LoopsEffect) -> [LoopsEvent] {
        switch effect {
        case .page(let filter, let position, let limit, let generation):
            return [.page(page(filter, position, limit), generation: generation)]
        case .count(let filter, let generation):
            let count = matching(filter).count
            return [
                .counted(
                    LoopCount(count, isExact: true),
                    emptying: count == 0 && !filter.terms.isEmpty
                        ? EmptyingTerm(position: 0, unknown: unknown) : nil,
                    generation: generation)
            ]
        case .view(let loop): return rows.filter { $0.loop.name == loop }.map { .viewed(view($0)) }
        case .preview(let action, let selection):
            return [.previewed(action, selection, outcome(selection))]
        case .perform(let action, let selection): return [.performed(action, outcome(selection))]
        case .undoAction:
            return [.undone(LoopActionUndo(action: .stop, changed: 2, kept: 1))]
        case .export(let selection, let path):
            return [.exported(path: path, count: outcome(selection).chosen)]
        case .saveFilter(let filter):
            saved.append(filter)
            return []
        case .deleteFilter(let name):
            saved.removeAll { $0.name == name }
            return [.savedFilters(saved)]
        case .listSavedFilters: return [.savedFilters(saved)]
        case .listWorkers: return [.workers(["ana", "bob"].map(Worker.init(name:)))]
        case .dashboard: return []
        }
    }

    /// Only what the tests filter by: a class, a state, and the order.
    private func matching(_ filter: LoopFilter) -> [LoopListRow] {
        let kept = rows.filter { row in
            filter.terms.allSatisfy { holds($0.condition, of: row) != $0.isNegated }
        }
        return filter.order == .oldestFirst ? kept.reversed() : kept
    }

    private func holds(_ condition: LoopCondition, of row: LoopListRow) -> Bool {
        switch condition {
        case .labels(let labels): row.labels.contains { labels.contains($0.label) }
        case .states(let states): states.contains(row.loop.status)
        case .word(let word): row.loop.image.path.contains(word)
        default: false
        }
    }

    private func page(_ filter: LoopFilter, _ position: LoopPosition?, _ limit: Int) -> LoopPage {
        let all = matching(filter)
        let start = Int(position?.id ?? 0)
        let rows = Array(all.dropFirst(start).prefix(limit))
        let end = start + rows.count
        return LoopPage(
            rows: rows, next: end < all.count ? LoopPosition(id: Int64(end), score: -1) : nil)
    }

    private func outcome(_ selection: LoopSelection) -> LoopActionOutcome {
        switch selection {
        case .named(let names):
            LoopActionOutcome(
                chosen: names.count, changed: names.count,
                held: rows.count { names.contains($0.loop.name) && $0.holder != nil })
        case .matching(let filter, let exceptions):
            LoopActionOutcome(
                chosen: matching(filter).count - exceptions.count,
                changed: matching(filter).count - exceptions.count)
        }
    }

    private func view(_ row: LoopListRow) -> LoopView {
        let box = BoundingBox(left: 100, top: 100, right: 200, bottom: 220)
        let boxes = [LabeledBox(label: "cat", box: box)]
        return LoopView(
            row: row,
            proposals: [ReviewBox(id: 0, label: "dog", box: box, score: 0.41)],
            answers: row.workers.map { worker in
                Answer(
                    worker: worker, acceptanceTime: row.loop.creationTime,
                    submissionTime: row.loop.creationTime, activeMilliseconds: 12_300,
                    boxes: boxes, imageSize: row.loop.image.size)
            }, labels: .pascalVOC,
            journal: row.workers.map { .init(worker: $0, kind: .relabel, count: 2) })
    }

    private mutating func develop(_ request: PhotoRequest) {
        rasters += 1
        let pane = request.canvasSize
        let canvas = IndexedCanvas(
            width: pane.width, height: pane.height, palette: request.reservedColors)
        send(
            .photoReady(
                PhotoRaster(request: request, identity: rasters, canvas: canvas, sixel: [])))
    }
}

extension LoopListRow {
    /// A loop of each kind there is, again and again.
    static func examples(_ count: Int) -> [LoopListRow] { (0..<count).map(example) }

    private static func example(_ number: Int) -> LoopListRow {
        let statuses: [HumanLoop.Status] = [
            .inProgress, .completed, .completed, .stopping, .stopped, .failed,
        ]
        let status = statuses[number % statuses.count]
        let name = "loop-\(number)"
        let isDone = status == .completed
        return LoopListRow(
            loop: HumanLoop(
                name: name, status: status,
                creationTime: Timestamp(
                    milliseconds: 1_699_999_000_000 - Int64(number) * 7_654_321),
                flowDefinitionName: "flow",
                image: ReviewImage(
                    id: Int64(number), path: "/photos/street_\(number).jpg", uri: "", sha256: "",
                    size: PixelSize(width: 640, height: 480), orientation: .upright),
                score: number % 5 == 4 ? nil : Double(number % 10) / 11,
                failureReason: status == .failed ? "the template cannot be rendered" : nil,
                outputURI: "file:///out/\(name)/output.json"),
            labels: [
                LabelCount(label: "dog", count: 12), LabelCount(label: "diningtable", count: 1),
                LabelCount(label: number % 2 == 0 ? "cat" : "person", count: 3),
            ],
            workers: isDone ? [Worker(name: number % 4 == 1 ? "ana" : "bob")] : [],
            holder: number % 12 == 6 ? Worker(name: "carol") : nil,
            assignee: number % 12 == 0 ? Worker(name: "bob") : nil,
            model: number % 7 == 0 ? nil : "v\(number % 3)",
            reason: number % 3 == 0 ? .lowScore : .audit, isBulk: number % 6 == 2)
    }
}
