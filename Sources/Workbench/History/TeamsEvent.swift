package import HumanReview

/// An answer to a ``TeamsEffect``.
package enum TeamsEvent: Hashable, Sendable {
    /// The loops in dispute, and how many there are in all.
    case disputes([DisputedLoop], total: Int)
    case history(LoopHistory)
    /// Why the worker may not do something, by what.
    case permissions([Permission: ReviewError])
    case settled(loop: String)
    /// Nil when there was nothing to take back.
    case settlementUndone(UndoneSettlement?)
    case sentBack(loop: String, revision: Int)
    /// What was asked for could not be read or done; what was decided so far stays on the screen.
    case failed(TeamsEffect, ReviewError)
}
