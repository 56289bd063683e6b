import Glibc
import HumanReview
import OrderedJSON
import ReviewStore

/// Does an action to loops from the command line: counts, asks, does, says what was done.
nonisolated struct LoopActionRun {
    let action: LoopAction
    let options: LoopSelectionOptions
    let workspace: WorkspaceOptions

    func run() throws {
        let selection = try options.selection()
        let open = try OpenWorkspace(workspace)
        if case .matching(let filter, _) = selection { try open.reportUnknownNames(in: filter) }
        let worker = try workspace.resolvedWorker()
        let preview = try open.store.preview(
            action, on: selection, by: worker, at: SystemClock.now)
        guard preview.changed > 0 else { return try tellOfNothing(preview) }
        try warnOfStranger(open)
        if options.isDryRun { return tell(preview, isDone: false) }
        try agree(to: preview)
        tell(
            try open.store.perform(action, on: selection, by: worker, at: SystemClock.now),
            isDone: true)
    }

    /// Whoever is given loops alone may be a slip of the pen, and then nobody ever sees them.
    private func warnOfStranger(_ open: OpenWorkspace) throws {
        guard case .reassign(let worker?) = action, !UnixName.isUser(worker.name) else { return }
        let filter = LoopFilter(terms: [LoopFilter.Term(.assignees([worker.name]))])
        guard let unknown = try open.store.unknownNames(in: filter).first else { return }
        Console.report(
            "--to '\(worker.name)': \(unknown), and the machine has no such user; only who works as "
                + "--worker '\(worker.name)' is given the loops, 'loopbox loops undo' takes it back"
        )
    }

    /// A name that was given asks for something that cannot be had; a filter may find nothing.
    private func tellOfNothing(_ outcome: LoopActionOutcome) throws {
        if options.isJSON { return tell(outcome, isDone: !options.isDryRun) }
        guard options.filter == nil else { return Console.write(action.reasonForNothing(outcome)) }
        throw CommandError(
            action.reasonForNothing(outcome) + "; 'loopbox loops show NAME' says how one is")
    }

    private func agree(to outcome: LoopActionOutcome) throws {
        guard outcome.changed > 1, !options.isAgreed else { return }
        guard Console.isTerminal else {
            throw CommandError(
                "\(action.kind.rawValue): \(Counted.loops(outcome.changed)) would be changed; --yes "
                    + "does it, --dry-run only counts")
        }
        Console.write(action.question(outcome) + " y or n")
        guard readLine()?.lowercased() == "y" else {
            throw CommandError("\(action.kind.rawValue): nothing was changed")
        }
    }

    private func tell(_ outcome: LoopActionOutcome, isDone: Bool) {
        guard !options.isJSON else {
            return Console.writeJSON(
                JSONWriter().write(
                    .object([
                        .init("action", .string(action.kind.rawValue)),
                        .init("dryRun", .bool(!isDone)), .init("chosen", .count(outcome.chosen)),
                        .init("changed", .count(outcome.changed)),
                        .init("held", .count(outcome.held)),
                    ])))
        }
        let would = isDone ? "" : "would be: "
        Console.write(would + action.report(of: outcome, undo: "'loopbox loops undo'"))
    }
}
