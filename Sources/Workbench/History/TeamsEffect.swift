package import Annotations
package import HumanReview

/// Work that history and disputes ask for; its answers are ``TeamsEvent``s.
package enum TeamsEffect: Hashable, Sendable {
    case readDisputes
    /// Finds out what the worker may do: whoever may not is told before anything is asked.
    case readPermissions
    case readHistory(loop: String)
    case settle(loop: String, [LabeledBox], revision: Int)
    /// Takes back what the worker settled last.
    case undoSettlement
    case sendBack(loop: String, note: String, asked: Worker?)
}
