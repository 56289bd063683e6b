internal import HumanReview

/// What is picked off, accepted, sent to review and taken back.
extension AppState {
    mutating func moveOnSheet(_ step: Step) {
        guard let sheet = accept.sheet else { return }
        let length = step.isFar ? 4 : 1
        let wanted = sheet.selection + (step.right + step.down * sheetGrid.columns) * length
        if sheet.items.indices.contains(wanted) { accept.sheet?.select(wanted) }
    }

    mutating func pickOff() {
        togglePicked()
        if let sheet = accept.sheet { accept.sheet?.select(sheet.selection + 1) }
    }

    mutating func togglePicked() {
        guard let id = accept.sheet?.selected?.id else { return }
        accept.sheet?.togglePicked(id)
    }

    mutating func selectRange() {
        guard let sheet = accept.sheet else { return }
        if case .range = accept.mode {
            accept.mode = .normal
        } else {
            accept.mode = .range(from: sheet.selection)
        }
    }

    /// The thumbnails the next key is about: a range, else all of the sheet.
    var chosenOnSheet: [SheetItem.ID] {
        guard let sheet = accept.sheet else { return [] }
        let items = sheet.items.map(\.id)
        guard case .range(let start) = accept.mode, items.indices.contains(start) else {
            return items
        }
        let (first, last) = (min(start, sheet.selection), max(start, sheet.selection))
        return Array(items[first...min(last, items.count - 1)])
    }

    /// The sheet to decide about, once the one that was asked for last is on the screen: nothing is
    /// decided about one that was just left.
    private mutating func sheetToDecide() -> AcceptSheet? {
        guard accept.deciding == nil else { return nil }
        guard let sheet = accept.sheet, sheet.request == accept.requested else {
            say(.information, "Wait until the sheet is here")
            return nil
        }
        guard !sheet.items.isEmpty else {
            say(.information, "There is nothing to accept")
            return nil
        }
        return sheet
    }

    /// Asks with both counts; a second press answers.
    mutating func askToAccept() -> [Effect] {
        if let refused = refusal(.accept) { return refused }
        guard let sheet = sheetToDecide() else { return [] }
        let question = accept.mode == .everything ? everything(sheet) : chosen(sheet)
        popup = .decision(question)
        return []
    }

    private func chosen(_ sheet: AcceptSheet) -> SheetQuestion {
        let chosen = chosenOnSheet
        let unseen = unseenOnSheet
        let accepted = chosen.filter { !sheet.isPicked($0) && !unseen.contains($0) }
        let decision = SheetDecision(accepting: accepted, rejecting: sheet.picked(among: chosen))
        return SheetQuestion(
            decision: decision, accepted: accepted.count,
            unseen: unseen.intersection(chosen).count, isCard: accept.card != nil)
    }

    /// What is on the sheet and cannot be shown: nobody says of it that it is right.
    private var unseenOnSheet: Set<SheetItem.ID> {
        let items = accept.sheet?.items ?? []
        return Set(
            items.filter { accept.spoiled[thumbnailRequest($0, sheetGrid)] != nil }.map(\.id))
    }

    private func everything(_ sheet: AcceptSheet) -> SheetQuestion {
        let isCard = accept.card != nil
        var decision = SheetDecision(accepting: [], rejecting: sheet.picked)
        let picked = sheet.picked.filter { ($0.box != nil) == isCard }
        let count = max(0, sheet.contents.taken - picked.count)
        // No more than was asked about, whatever the queue adds meanwhile.
        switch sheet.request.query {
        case .images(let query): decision.accepted = .all(query.filter, limit: count)
        case .boxes(let query): decision.accepted = .allBoxes(query.filter, limit: count)
        }
        return SheetQuestion(
            decision: decision, accepted: count, isCard: isCard, everything: everythingTaken)
    }

    /// What `%` selects, in words.
    var everythingTaken: String {
        let from = " from \(Percent.of(accept.threshold)) on"
        if let card = accept.card { return "every undecided \(card.query.filter.label)" + from }
        let filter = accept.query.filter
        let model = filter.model.map { " by \($0)" } ?? ""
        return "every \((filter.labels.sorted() + ["image"]).joined(separator: " "))" + model + from
    }

    mutating func decide(_ decision: SheetDecision) -> [Effect] {
        popup = nil
        accept.deciding = 0
        accept.decision = decision
        return [.accept(.decide(decision))]
    }

    /// What was picked off, else the range, else the one under the cursor.
    mutating func sendToReview() -> [Effect] {
        guard let sheet = sheetToDecide(), let selected = sheet.selected else { return [] }
        guard accept.mode != .everything else {
            say(.information, "Everything can be accepted, not sent to review; Esc ends that")
            return []
        }
        var chosen = Array(sheet.picked(among: sheet.items.map(\.id)))
        if case .range = accept.mode {
            chosen = chosenOnSheet
        } else if chosen.isEmpty {
            chosen = [selected.id]
        }
        return decide(SheetDecision(accepting: [], rejecting: chosen))
    }

    mutating func undoSheet() -> [Effect] {
        guard accept.deciding == nil else { return [] }
        guard accept.sheet?.contents.canUndo == true else {
            say(.information, "Nothing of yours is there to be taken back")
            return []
        }
        accept.deciding = 0
        return [.accept(.undo)]
    }

    /// Takes up the keys again, and looks at what is left.
    mutating func endDeciding() {
        accept.deciding = nil
        accept.decision = nil
        accept.edition += 1
        accept.mode = .normal
    }

    private static let doubtLost =
        "Another decided about these first, and accepted what you picked off; g h sends it back"

    mutating func receive(_ outcome: SheetOutcome) -> [Effect] {
        let isDoubt =
            accept.decision.map { !($0.reviewed.isEmpty && $0.rejected.isEmpty) } ?? false
        if let decision = accept.decision { accept.sheet?.forget(decision) }
        endDeciding()
        if accept.visit?.isTaking == true { return openTaken(outcome) }
        guard outcome.number != nil else {
            say(
                .warning, isDoubt ? Self.doubtLost : "Nothing was left to decide: another was first"
            )
            return []
        }
        say(.success, outcome.summary + "; u takes it back")
        return []
    }

    mutating func receive(_ undo: SheetUndo) {
        endDeciding()
        // The images come back where they were, which may be before this sheet.
        accept.starts = [nil]
        say(.success, undo.summary)
    }
}
