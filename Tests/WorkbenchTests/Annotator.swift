import Annotations
import HumanReview
import Imaging
import Screen
import Workbench

/// An annotator at the accept screen whose store is a list: keys go in, decisions come out.
struct Annotator {
    private(set) var state: AppState
    private(set) var effects: [Effect] = []
    /// What waits, in no order.
    private(set) var waiting: [ConfidentImage]
    private(set) var accepted: [Int64] = []
    private(set) var reviewed: [Int64] = []
    /// What each decision changed, the latest last.
    private var decisions: [(accepted: [ConfidentImage], reviewed: [ConfidentImage])] = []
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
    var shown: [Int64] { sheet?.images.map(\.image.id) ?? [] }
    var screen: [String] { render(state).cells.text }
    var message: String { state.message?.text ?? "" }

    /// Presses keys named as the help names them, parted by spaces.
    mutating func press(_ keys: String) {
        for name in keys.split(separator: " ") {
            if let key = Key(name: String(name)) { send(.key(key)) }
        }
    }

    mutating func type(_ text: String) {
        for character in text { send(.key(.character(character))) }
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
        let all = taken(by: request.query.filter).sorted {
            ($0.score, $0.image.id) > ($1.score, $1.image.id)
        }
        let start = request.place.flatMap { place in
            all.firstIndex { ($0.score, $0.image.id) < (place.score, place.image) }
        }
        let rest = all.dropFirst(request.place == nil ? 0 : start ?? all.count)
        let labels = Dictionary(grouping: waiting, by: \.label)
            .map { ConfidentFacets.Value(name: $0.key, count: $0.value.count) }
        return SheetContents(
            images: Array(rest.prefix(request.limit)),
            following: Array(rest.dropFirst(request.limit).prefix(request.limit)),
            taken: all.count, total: waiting.count,
            facets: ConfidentFacets(
                classes: .pascalVOC, labels: labels.sorted { $0.name < $1.name },
                models: [ConfidentFacets.Value(name: "1", count: waiting.count)]),
            trust: SheetTrust(
                [ScoreBand(index: 19, audited: 40, auditErrors: 2)],
                from: request.query.filter.minimumScore),
            canUndo: !decisions.isEmpty)
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
        let picked = waiting.filter { decision.reviewed.contains($0.image.id) }
        waiting.removeAll { decision.reviewed.contains($0.image.id) }
        let taken: [ConfidentImage] =
            switch decision.accepted {
            case .images(let ids): waiting.filter { ids.contains($0.image.id) }
            case .all(let filter, _): self.taken(by: filter)
            }
        waiting.removeAll { image in taken.contains { $0.image.id == image.image.id } }
        accepted += taken.map(\.image.id)
        reviewed += picked.map(\.image.id)
        guard !taken.isEmpty || !picked.isEmpty else { return SheetOutcome(skipped: 1) }
        decisions.append((taken, picked))
        return SheetOutcome(
            number: Int64(decisions.count), accepted: taken.count,
            reviewed: picked.map { "loop-\($0.image.id)" })
    }

    private mutating func undo() -> SheetUndo {
        guard let last = decisions.popLast() else {
            return SheetUndo(accepted: 0, reviewed: 0, kept: 0)
        }
        waiting += last.accepted + last.reviewed
        accepted.removeLast(last.accepted.count)
        reviewed.removeLast(last.reviewed.count)
        return SheetUndo(
            accepted: last.accepted.count, reviewed: last.reviewed.count, kept: 0)
    }

    private func open(_ loop: String) -> [Event] { [.opened(.example(loop))] }

    private func submit(_ answer: Answer, _ lease: Lease) -> [Event] {
        var loop = OpenTask.example(lease.loopName).loop
        loop.status = .completed
        return [.submitted(loop)]
    }

    private func photo(_ request: PhotoRequest) -> Event {
        let pane = request.viewport.paneSize
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
