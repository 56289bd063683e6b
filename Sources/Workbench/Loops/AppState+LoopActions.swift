internal import HumanReview
internal import Screen

extension AppState {
    /// The loops an action is for: the one that is looked at, or those of the list.
    private var chosenLoops: LoopSelection? {
        loops.mode == .detail ? loops.detail.map { .named([$0.name]) } : loops.list.selection
    }

    /// Has an action counted, so that it can be asked about.
    mutating func ask(_ action: LoopAction) -> [Effect] {
        guard let selection = chosenLoops else {
            say(.information, "There is no loop here to \(action.kind.rawValue)")
            return []
        }
        loops.list.works += 1
        return [.loops(.preview(action, selection))]
    }

    mutating func chooseWorker() -> [Effect] {
        if let refused = refusal(.manageLoops) { return refused }
        guard chosenLoops != nil else { return ask(.reassign(to: nil)) }
        return [.loops(.listWorkers)]
    }

    mutating func askForExportPath() {
        guard let selection = chosenLoops else {
            return say(.information, "There is no loop here to export")
        }
        loops.popup = .exportPath(LineEdit("loops.jsonl"), selection)
    }

    /// Asks for the note of the loop that is looked at, or of the one under the cursor.
    mutating func offerSendingBackLoop() -> [Effect] {
        let isDetail = loops.mode == .detail
        guard isDetail || loops.list.marks.isEmpty else {
            say(.information, "Each loop is sent back with its own note; Esc ends the selection")
            return []
        }
        guard let row = isDetail ? loops.detail?.view?.row : loops.list.current else {
            say(.information, "There is no loop here to send back")
            return []
        }
        return offerSendingBack(row.loop, answeredBy: row.workers)
    }

    /// What became of an action, a count or an export.
    mutating func receive(done event: LoopsEvent) -> [Effect] {
        loops.list.works = max(0, loops.list.works - 1)
        switch event {
        case .previewed(let action, let selection, let outcome):
            confirm(action, selection, outcome)
            return []
        case .performed(let action, let outcome):
            say(.success, action.report(of: outcome, undo: "u"))
            loops.list.marks = LoopMarks()
            loops.list.anchor = nil
        case .undone(let undo?):
            say(undo.kept == 0 ? .success : .warning, undo.report)
        case .undone(nil):
            say(.information, "There is nothing of yours to take back")
            return []
        case .exported(let path, let count):
            say(.success, "\(Counted.loops(count)) written to \(path)")
            return []
        default: return []
        }
        return reloadLoops() + (loops.mode == .detail ? viewLoop() : [])
    }

    private mutating func confirm(
        _ action: LoopAction, _ selection: LoopSelection, _ outcome: LoopActionOutcome
    ) {
        guard outcome.changed > 0 else {
            return say(.information, action.reasonForNothing(outcome))
        }
        loops.popup = .confirm(action, selection, outcome)
    }
}
