import Annotations
import HumanReview
import Imaging
import Screen
import Workbench

/// An annotator at the accept screen whose store is a list: keys go in, decisions come out.
struct Annotator: Typist {
    private(set) var state: AppState
    private(set) var effects: [Effect] = []
    /// What waits, in no order.
    private(set) var waiting: [ConfidentImage]
    private(set) var accepted: [Int64] = []
    private(set) var reviewed: [Int64] = []
    private(set) var acceptedBoxes: [ConfidentBoxID] = []
    private(set) var rejectedBoxes: [ConfidentBoxID] = []
    /// What the store held before each decision, the latest last.
    private var decisions: [Held] = []

    private struct Held {
        var waiting: [ConfidentImage]
        var accepted: [Int64]
        var reviewed: [Int64]
        var acceptedBoxes: [ConfidentBoxID]
        var rejectedBoxes: [ConfidentBoxID]
    }
    /// What the store says instead of an answer.
    var failure: ReviewError?
    /// Whether answers are held back until ``answerWaiting()``.
    var holdsAnswers = false
    private var held: [Event] = []

    init(
        _ images: [ConfidentImage], size: CellSize = CellSize(columns: 120, rows: 40),
        renderer: ScreenMetrics.PixelRenderer = .sixel, holdsAnswers: Bool = false
    ) {
        waiting = images
        self.holdsAnswers = holdsAnswers
        let isSixel = renderer == .sixel
        state = AppState(
            metrics: ScreenMetrics(
                size: size, cellWidth: isSixel ? 6 : 1, cellHeight: isSixel ? 13 : 2,
                renderer: renderer),
            theme: .test, worker: Worker(name: "ana"), workspaceName: "photos",
            quickClasses: [], now: Timestamp(milliseconds: 1_700_000_000_000))
        state.destination = .accept
        send(.started)
    }

    var sheet: AcceptSheet? { state.accept.sheet }
    var shown: [Int64] { sheet?.items.map(\.image.image.id) ?? [] }
    var shownBoxes: [ConfidentBoxID] { sheet?.items.compactMap { $0.box?.id } ?? [] }
    /// The images that are picked off.
    var picked: Set<Int64> {
        Set((sheet?.picked ?? []).compactMap { if case .image(let id) = $0 { id } else { nil } })
    }

    /// Presses keys named as the help names them, parted by spaces, while no time passes.
    mutating func press(_ keys: String) {
        for name in keys.split(separator: " ") {
            if let key = Key(name: String(name)) { send(.key(key)) }
        }
    }

    mutating func send(_ event: Event) {
        for effect in update(&state, event) {
            effects.append(effect)
            for answer in answers(to: effect) {
                if holdsAnswers { held.append(answer) } else { send(answer) }
            }
        }
    }

    /// Lets what was held back arrive.
    mutating func answerWaiting() {
        while !held.isEmpty { send(held.removeFirst()) }
    }

    private mutating func answers(to effect: Effect) -> [Event] {
        switch effect {
        case .accept(.load(let request)):
            if let failure { return [.accept(.loadFailed(request, failure))] }
            return [.accept(.loaded(request, contents(of: request)))]
        case .accept(.develop(let requests)): return requests.map(develop)
        case .accept(.decide(let decision)):
            if let failure { return [.accept(.failed(failure))] }
            return [.accept(.decided(decide(decision)))]
        case .accept(.undo): return [.accept(.undone(undo()))]
        case .open(let loop): return open(loop)
        case .loadPhoto(let request): return [photo(request)]
        case .submit(let answer, let lease): return submit(answer, lease)
        case .commit(let edits, _, let lease):
            return [.committed(loop: lease.loopName, count: edits.count)]
        default: return []
        }
    }

    private func taken(by filter: ConfidentFilter) -> [ConfidentImage] {
        waiting.filter { image in
            image.score >= filter.minimumScore
                && (filter.labels.isEmpty || filter.labels.contains(image.label))
                && (filter.model == nil || filter.model == image.model)
        }
    }

    private func contents(of request: SheetRequest) -> SheetContents {
        switch request.query {
        case .images(let query): sheet(query, request)
        case .boxes(let query): card(query, request)
        }
    }

    private func sheet(_ query: ConfidentQuery, _ request: SheetRequest) -> SheetContents {
        let all = taken(by: query.filter).sorted {
            ($0.score, $0.image.id) > ($1.score, $1.image.id)
        }
        var start: Int?
        if case .image(let place) = request.place {
            start = all.firstIndex { ($0.score, $0.image.id) < (place.score, place.image) }
        }
        let rest = all.dropFirst(request.place == nil ? 0 : start ?? all.count)
            .map(SheetItem.image)
        return SheetContents(
            items: Array(rest.prefix(request.limit)),
            following: Array(rest.dropFirst(request.limit).prefix(request.limit)),
            taken: all.count, total: waiting.count, lowestScore: waiting.map(\.score).min(),
            facets: facets,
            trust: SheetTrust(
                [ScoreBand(index: 19, audited: 40, auditErrors: 2)],
                from: query.filter.minimumScore),
            canUndo: !decisions.isEmpty)
    }

    /// Undecided boxes of a class, the weakest first.
    private func boxes(of label: String) -> [ConfidentBox] {
        waiting.flatMap { image in
            image.detections.enumerated().filter {
                $0.element.label == label && !image.accepted.contains($0.offset)
            }.map { ConfidentBox(image: image, position: $0.offset, index: $0.offset) }
        }.sorted { ($0.detection.score, $0.id.image) < ($1.detection.score, $1.id.image) }
    }

    private func card(_ query: ConfidentBoxQuery, _ request: SheetRequest) -> SheetContents {
        let all = boxes(of: query.filter.label)
        let taken = all.filter { $0.detection.score >= query.filter.minimumScore }
        let ordered = query.isWeakestFirst ? taken : taken.reversed()
        var rest = ordered[...]
        if case .box(let place) = request.place {
            rest = ordered.drop { $0.id != place.id }.dropFirst()
        }
        return SheetContents(
            items: rest.prefix(request.limit).map(SheetItem.box),
            following: rest.dropFirst(request.limit).prefix(request.limit).map(SheetItem.box),
            taken: taken.count, total: all.count, lowestScore: all.first?.detection.score,
            facets: facets, canUndo: !decisions.isEmpty)
    }

    private var facets: ConfidentFacets {
        let labels = Dictionary(grouping: waiting, by: \.label)
            .map { ConfidentFacets.Value(name: $0.key, count: $0.value.count) }
        let classes = Set(waiting.flatMap { $0.detections.map(\.label) }).sorted()
            .map { ConfidentFacets.Value(name: $0, count: boxes(of: $0).count) }
        return ConfidentFacets(
            classes: .pascalVOC, labels: labels.sorted { $0.name < $1.name },
            models: [ConfidentFacets.Value(name: "1", count: waiting.count)],
            boxes: classes.filter { $0.count > 0 }, lowestScore: waiting.map(\.score).min())
    }

    private func develop(_ request: ThumbnailRequest) -> Event {
        .accept(
            .developed(
                Thumbnail(
                    of: RGBImage(
                        width: 64, height: 48,
                        filledWith: RGBColor(red: 120, green: 130, blue: 90)), for: request)))
    }

    private mutating func decide(_ decision: SheetDecision) -> SheetOutcome {
        let before = Held(
            waiting: waiting, accepted: accepted, reviewed: reviewed,
            acceptedBoxes: acceptedBoxes, rejectedBoxes: rejectedBoxes)
        var outcome = SheetOutcome()
        let wrong = decision.rejected.map(\.image)
        let picked = waiting.map(\.image.id)
            .filter { decision.reviewed.contains($0) || wrong.contains($0) }
        waiting.removeAll { picked.contains($0.image.id) }
        let taken = imagesTaken(by: decision, &outcome)
        waiting.removeAll { taken.contains($0.image.id) }
        accepted += taken
        reviewed += picked
        rejectedBoxes += decision.rejected
        outcome.accepted = taken.count
        outcome.rejectedBoxes = decision.rejected.count
        outcome.reviewed = picked.map { "loop-\($0)" }
        guard !taken.isEmpty || !picked.isEmpty || outcome.acceptedBoxes > 0 else {
            return SheetOutcome(skipped: 1)
        }
        decisions.append(before)
        outcome.number = Int64(decisions.count)
        return outcome
    }

    /// The images that are accepted, by the sheet or with the last of their boxes.
    private mutating func imagesTaken(
        by decision: SheetDecision, _ outcome: inout SheetOutcome
    ) -> [Int64] {
        switch decision.accepted {
        case .images(let ids): return waiting.map(\.image.id).filter(ids.contains)
        case .all(let filter, let limit):
            return taken(by: filter).prefix(limit ?? .max).map(\.image.id)
        case .boxes(let boxes): return keep(boxes, &outcome)
        case .allBoxes(let filter, let limit):
            let taken = boxes(of: filter.label)
                .filter { $0.detection.score >= filter.minimumScore }
            return keep(taken.prefix(limit ?? .max).map(\.id), &outcome)
        }
    }

    private mutating func keep(
        _ boxes: [ConfidentBoxID], _ outcome: inout SheetOutcome
    ) -> [Int64] {
        for box in boxes {
            guard let index = waiting.firstIndex(where: { $0.image.id == box.image }) else {
                continue
            }
            waiting[index].accepted.insert(box.position)
            acceptedBoxes.append(box)
            outcome.acceptedBoxes += 1
        }
        return waiting.filter { $0.accepted.count == $0.detections.count }.map(\.image.id)
    }

    private mutating func undo() -> SheetUndo {
        guard let last = decisions.popLast() else {
            return SheetUndo(accepted: 0, reviewed: 0, kept: 0)
        }
        let undo = SheetUndo(
            accepted: accepted.count - last.accepted.count,
            reviewed: reviewed.count - last.reviewed.count, kept: 0,
            boxes: acceptedBoxes.count - last.acceptedBoxes.count
                + rejectedBoxes.count - last.rejectedBoxes.count)
        (waiting, accepted, reviewed) = (last.waiting, last.accepted, last.reviewed)
        (acceptedBoxes, rejectedBoxes) = (last.acceptedBoxes, last.rejectedBoxes)
        return undo
    }

    private func open(_ loop: String) -> [Event] { [.opened(.example(loop))] }

    private func submit(_ answer: Answer, _ lease: Lease) -> [Event] {
        var loop = OpenTask.example(lease.loopName).loop
        loop.status = .completed
        return [.submitted(loop)]
    }

    private func photo(_ request: PhotoRequest) -> Event {
        let pane = request.canvasSize
        return .photoReady(
            PhotoRaster(
                request: request, identity: effects.count,
                canvas: IndexedCanvas(
                    width: pane.width, height: pane.height, palette: request.reservedColors),
                sixel: []))
    }
}

extension ConfidentImage {
    /// Images numbered from 1, the surest first, of the classes in turn.
    static func examples(_ count: Int, labels: [String] = ["car", "person"]) -> [ConfidentImage] {
        (1...max(1, count)).prefix(count).map { number in
            let score = 0.99 - Double(number) * 0.002
            let label = labels[number % labels.count]
            let box = NormalizedBox(minimumX: 0.2, minimumY: 0.2, maximumX: 0.8, maximumY: 0.9)
            return ConfidentImage(
                image: ReviewImage(
                    id: Int64(number), path: "/photos/street-\(number).jpg",
                    uri: "file:///photos/street-\(number).jpg", sha256: "",
                    size: PixelSize(width: 640, height: 480), orientation: .upright),
                detections: [
                    Detection(label: label, score: score, box: box),
                    Detection(label: "bicycle", score: 0.41, box: box),
                ], score: score, label: label, model: "1",
                predictionTime: Timestamp(milliseconds: 1_699_990_000_000),
                classMix: "bicycle 1,\(label) 1")
        }
    }
}
