/// What a lead does to many loops at once.
package enum LoopAction: Hashable, Sendable {
    /// Ends loops unanswered, as A2I's StopHumanLoop does: one that somebody holds is `Stopping` until
    /// that task is submitted or left, and what is submitted is written.
    case stop
    /// Takes held tasks back into the queue; whoever held one is told and keeps the draft.
    case release
    /// Gives loops to one worker alone, or with nil to everybody again.
    case reassign(to: Worker?)
    /// Puts stopped and failed loops back into the queue.
    case reopen

    /// The action without whom it is for, as it is stored.
    package var kind: Kind {
        switch self {
        case .stop: .stop
        case .release: .release
        case .reassign: .reassign
        case .reopen: .reopen
        }
    }

    /// The kinds of action.
    ///
    /// Raw values are stored; never rename them.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case stop
        case release
        case reassign
        case reopen

        /// Whether what was done can be taken back.
        package var isUndoable: Bool { self != .release }
    }
}

/// The loops an action is meant for.
package enum LoopSelection: Hashable, Sendable {
    case named([String])
    /// All that a filter lets through, but for some.
    case matching(LoopFilter, except: Set<String>)
}

/// What an action did, or would do.
package struct LoopActionOutcome: Hashable, Sendable {
    /// Loops that were chosen.
    package var chosen: Int
    /// Loops that were changed: those in whose state the action makes sense.
    package var changed: Int
    /// Of these, loops that somebody holds.
    package var held: Int

    /// An outcome.
    package init(chosen: Int = 0, changed: Int = 0, held: Int = 0) {
        self.chosen = chosen
        self.changed = changed
        self.held = held
    }
}

/// What taking back the last action did.
package struct LoopActionUndo: Hashable, Sendable {
    package var action: LoopAction.Kind
    /// Loops that are as they were before it.
    package var changed: Int
    /// Loops that have gone on since and stay as they are.
    package var kept: Int

    /// What became of the loops of an action.
    package init(action: LoopAction.Kind, changed: Int, kept: Int) {
        self.action = action
        self.changed = changed
        self.kept = kept
    }
}
