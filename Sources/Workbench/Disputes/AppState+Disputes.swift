internal import Annotations
internal import HumanReview
internal import Screen

extension AppState {
    /// What the disputes screen asks for when it is gone to.
    mutating func enterDisputes() -> [Effect] {
        disputes.failure = nil
        return [.teams(.readDisputes)]
    }

    mutating func receive(disputes loops: [DisputedLoop], total: Int) -> [Effect] {
        let current = disputes.wanted ?? disputes.current?.loop.name
        disputes.wanted = nil
        disputes.loops = loops
        disputes.total = total
        disputes.isLoaded = true
        // Who looks at a loop stays with it while it is in dispute.
        let place = loops.firstIndex { $0.loop.name == current }
        return showDispute(place ?? min(disputes.position, max(0, loops.count - 1)))
    }

    mutating func performInDisputes(_ action: Action) -> [Effect] {
        switch action {
        case .nextImage: return step(1)
        case .previousImage: return step(-1)
        case .settle: return settle()
        case .undo: return askToUndoSettlement()
        case .sendBack: return offerSendingBack(disputes.dispute?.history)
        case .nextBox: selectDifference(offset: 1)
        case .previousBox: selectDifference(offset: -1)
        case .takeFirst: take(.answer(0))
        case .takeSecond: take(.answer(1))
        case .takeThird: take(.answer(2))
        case .takeConsolidated: take(.consolidated)
        case .dropObject: take(.dropped)
        default:
            let object = disputes.dispute?.selectedObject
            let box = object.flatMap { disputes.dispute?.consolidation.objects[$0].merged.box }
            disputes.dispute?.photo.zoom(action, to: box)
        }
        return []
    }

    /// A click on a difference selects it, one on an answer takes it; the wheel over them goes through
    /// the differences.
    mutating func handleInDisputes(_ mouse: MouseEvent) -> [Effect] {
        handleOnPanel(mouse, next: .nextBox, previous: .previousBox) { state, row in
            guard let panel = ScreenLayout(state.metrics.size)?.panel,
                let dispute = state.disputes.dispute
            else { return }
            if let index = dispute.differenceWindow(in: panel).entry(atRow: row) {
                state.disputes.dispute?.selection = index
            } else if let choice = dispute.choice(atRow: row, in: panel) {
                state.take(choice)
            }
        }
    }

    mutating func noteSettled(_ loop: String) -> [Effect] {
        say(.success, "Settled: this is what is exported from now on; u takes it back")
        if disputes.dispute?.history.loop.name == loop { disputes.dispute = nil }
        return [.teams(.readDisputes)]
    }

    private mutating func askToUndoSettlement() -> [Effect] {
        if let refused = refusal(.adjudicate) { return refused }
        if !disputes.isUndoing { popup = .undoSettlement }
        return []
    }

    mutating func answerUndo(_ key: Key) -> [Effect] {
        switch key {
        case .enter, .character("y"):
            popup = nil
            disputes.isUndoing = true
            return [.teams(.undoSettlement)]
        case .escape, .character("n"), .character("q"): popup = nil
        default: break
        }
        return []
    }

    /// Shows the loop whose settlement was taken back.
    mutating func noteUndone(_ undone: UndoneSettlement?) -> [Effect] {
        disputes.isUndoing = false
        guard let undone else {
            say(.information, "You have settled nothing that can be taken back")
            return []
        }
        let now = undone.isDisputed ? "the loop is in dispute again" : "what was before it holds"
        say(.success, "Settlement taken back: " + now)
        disputes.wanted = undone.loop
        return [.teams(.readDisputes)]
    }

    private mutating func step(_ offset: Int) -> [Effect] {
        let place = disputes.position + offset
        guard disputes.loops.indices.contains(place) else {
            say(.information, offset > 0 ? "This is the last dispute" : "This is the first dispute")
            return []
        }
        return showDispute(place)
    }

    private mutating func showDispute(_ place: Int) -> [Effect] {
        disputes.position = place
        guard let current = disputes.current else {
            disputes.dispute = nil
            return []
        }
        if disputes.dispute?.history.loop.name != current.loop.name { disputes.dispute = nil }
        return [.teams(.readHistory(loop: current.loop.name))]
    }

    private mutating func settle() -> [Effect] {
        guard let dispute = disputes.dispute, !dispute.isSubmitting else { return [] }
        if let refused = refusal(.adjudicate) { return refused }
        // A settlement is never changed: what was not looked at is asked about once.
        if let first = dispute.undecided.first, !dispute.isWarned {
            disputes.dispute?.isWarned = true
            disputes.dispute?.selection = first
            say(.warning, dispute.undecidedText + "; a again settles")
            return []
        }
        disputes.dispute?.isSubmitting = true
        return [
            .teams(
                .settle(
                    loop: dispute.history.loop.name, dispute.settledBoxes,
                    revision: dispute.revision.number))
        ]
    }

    private mutating func selectDifference(offset: Int) {
        guard let dispute = disputes.dispute, !dispute.differing.isEmpty else { return }
        let count = dispute.differing.count
        disputes.dispute?.selection = (dispute.selection + offset + count) % count
    }

    /// Decides about the object that is looked at.
    mutating func take(_ choice: Dispute.Choice) {
        guard let dispute = disputes.dispute, let object = dispute.selectedObject else { return }
        if case .answer(let position) = choice, position >= dispute.revision.answers.count {
            return say(
                .information, "There are \(dispute.revision.answers.count) answers to choose from")
        }
        disputes.dispute?.choices[object] = choice
        let label = disputes.dispute?.settledBox(of: object)?.label
        say(.information, label.map { "Taken: \($0)" } ?? "Taken: no box here")
    }
}

extension Dispute {
    /// How many differences nobody has decided about, and what is settled of them then.
    fileprivate var undecidedText: String {
        let count = undecided.count
        let boxless = undecided.count { settledBox(of: differing[$0]) == nil }
        let text = "\(count) undecided: as consolidated"
        if boxless == 0 { return text }
        if boxless < count { return text + ", \(boxless) of them without a box" }
        return text + (count == 1 ? ", without a box" : ", all without a box")
    }
}
