internal import HumanReview

/// What is picked off, accepted, sent to review and taken back.
extension AppState {
    mutating func moveOnSheet(_ step: Step) {
        guard let sheet = accept.sheet else { return }
        let length = step.isFar ? 4 : 1
        let wanted = sheet.selection + (step.right + step.down * sheetGrid.columns) * length
        if sheet.images.indices.contains(wanted) { accept.sheet?.select(wanted) }
    }

    mutating func pickOff() {
        togglePicked()
        if let sheet = accept.sheet { accept.sheet?.select(sheet.selection + 1) }
    }

    mutating func togglePicked() {
        guard let image = accept.sheet?.selected?.image.id else { return }
        let isPicked = accept.sheet?.picked.contains(image) == true
        if isPicked {
            accept.sheet?.picked.remove(image)
        } else {
            accept.sheet?.picked.insert(image)
        }
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
    var chosenOnSheet: [Int64] {
        guard let sheet = accept.sheet else { return [] }
        let images = sheet.images.map(\.image.id)
        guard case .range(let start) = accept.mode, images.indices.contains(start) else {
            return images
        }
        let (first, last) = (min(start, sheet.selection), max(start, sheet.selection))
        return Array(images[first...min(last, images.count - 1)])
    }

    /// Asks with both counts; a second press answers.
    mutating func askToAccept() {
        guard accept.deciding == nil, let sheet = accept.sheet, !sheet.images.isEmpty else {
            return say(.information, "There is nothing to accept")
        }
        let question = accept.mode == .everything ? everything(sheet) : chosen(sheet)
        popup = .decision(question)
    }

    private func chosen(_ sheet: AcceptSheet) -> SheetQuestion {
        let chosen = chosenOnSheet
        let accepted = chosen.filter { !sheet.picked.contains($0) }
        let reviewed = chosen.filter(sheet.picked.contains)
        return SheetQuestion(
            decision: SheetDecision(accepted: .images(accepted), reviewed: reviewed),
            accepted: accepted.count, isEverything: false)
    }

    private func everything(_ sheet: AcceptSheet) -> SheetQuestion {
        let reviewed = sheet.picked.sorted()
        return SheetQuestion(
            decision: SheetDecision(
                accepted: .all(sheet.request.query.filter, limit: nil), reviewed: reviewed),
            accepted: max(0, sheet.contents.taken - reviewed.count), isEverything: true)
    }

    mutating func decide(_ decision: SheetDecision) -> [Effect] {
        popup = nil
        accept.deciding = 0
        return [.accept(.decide(decision))]
    }

    /// What was picked off, else the range, else the one under the cursor.
    mutating func sendToReview() -> [Effect] {
        guard accept.deciding == nil, let sheet = accept.sheet, let selected = sheet.selected else {
            return []
        }
        var images = sheet.pickedHere
        if case .range = accept.mode {
            images = chosenOnSheet
        } else if images.isEmpty {
            images = [selected.image.id]
        }
        return decide(SheetDecision(accepted: .images([]), reviewed: images))
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
        accept.edition += 1
        accept.mode = .normal
    }

    mutating func receive(_ outcome: SheetOutcome) -> [Effect] {
        let decided = accept.mode == .everything ? accept.sheet?.picked ?? [] : Set(chosenOnSheet)
        endDeciding()
        if accept.visit?.isTaking == true { return openTaken(outcome) }
        accept.sheet?.picked.subtract(decided)
        let parts =
            [
                (outcome.accepted, "accepted "), (outcome.reviewed.count, "sent to review "),
                (outcome.skipped, "decided by another before: "),
            ]
            .filter { $0.0 > 0 }.map { $0.1 + "\($0.0)" }
        guard outcome.number != nil else {
            say(.warning, "Nothing was left to decide: another was first")
            return []
        }
        let text = parts.joined(separator: ", ")
        say(.success, text.prefix(1).uppercased() + text.dropFirst() + "; u takes it back")
        return []
    }

    mutating func receive(_ undo: SheetUndo) {
        endDeciding()
        // The images come back where they were, which may be before this sheet.
        accept.starts = [nil]
        let count = undo.accepted + undo.reviewed
        let kept = undo.kept == 0 ? "" : "; \(undo.kept) stay in review, where they were opened"
        say(.success, "Took back \(count) \(count == 1 ? "image" : "images")" + kept)
    }
}
