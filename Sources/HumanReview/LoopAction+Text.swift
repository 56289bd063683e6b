extension LoopAction {
    /// The question before it is done.
    package func question(_ outcome: LoopActionOutcome) -> String {
        let count = Counted.loops(outcome.changed)
        return switch self {
        case .stop: "Stop \(count)?"
        case .release: "Release \(count)?"
        case .reassign(let worker?): "Give \(count) to \(worker.name) alone?"
        case .reassign(nil): "Give \(count) to everybody?"
        case .reopen: "Reopen \(count)?"
        }
    }

    /// What the question's answer leads to, line by line.
    package func consequences(_ outcome: LoopActionOutcome) -> [String] {
        let others = outcome.chosen - outcome.changed
        let stay = Counted.of(
            others, "of the selection stays as it is.", "of the selection stay as they are.")
        let untouched = others == 0 ? [] : [stay]
        let held = outcome.held == 0 ? [] : [heldText(outcome.held)]
        return held + untouched + [kind.isUndoable ? "u takes it back." : "Their drafts are kept."]
    }

    private func heldText(_ count: Int) -> String {
        let held = count == 1 ? "1 is held" : "\(Counted.of(count)) are held"
        return switch self {
        case .stop: "\(held): stopped once submitted or left."
        case .release, .reassign: "\(held): who holds one is told at the next key."
        case .reopen: "\(held) and stay so."
        }
    }

    /// What it did, and that a key or command named takes it back.
    package func report(of outcome: LoopActionOutcome, undo key: String) -> String {
        let count = Counted.loops(outcome.changed)
        let undo = kind.isUndoable ? "; \(key) takes it back" : ""
        return switch self {
        case .stop where outcome.held > 0:
            "\(count) stopped, \(whenLeft(outcome))\(undo)"
        case .stop: "\(count) stopped\(undo)"
        case .release: "\(count) released"
        case .reassign(let worker?): "\(count) given to \(worker.name)\(undo)"
        case .reassign(nil): "\(count) given to everybody\(undo)"
        case .reopen: "\(count) reopened\(undo)"
        }
    }

    private func whenLeft(_ outcome: LoopActionOutcome) -> String {
        guard outcome.changed > 1 else { return "once it is left" }
        return Counted.of(outcome.held, "of them once it is left", "of them once they are left")
    }

    /// Why there is nothing to do.
    package func reasonForNothing(_ outcome: LoopActionOutcome) -> String {
        guard outcome.chosen > 0 else { return "There is no loop to \(kind.rawValue)" }
        let count = Counted.loops(outcome.chosen)
        return switch self {
        case .stop: "None of \(count) is in progress: nothing to stop"
        case .release: "Nobody holds any of \(count): nothing to release"
        case .reassign: "None of \(count) is in progress and another's: nothing to give"
        case .reopen: "None of \(count) is stopped or failed and can be answered: nothing to reopen"
        }
    }
}

extension LoopActionUndo {
    /// What was taken back.
    package var report: String {
        let gone = Counted.of(
            kept, "has gone on since and stays", "have gone on since and stay")
        return "\(action.rawValue) taken back for \(Counted.loops(changed))"
            + (kept == 0 ? "" : "; " + gone)
    }
}
