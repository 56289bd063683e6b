package import HumanReview

/// An answer to a ``LoopsEffect``.
package enum LoopsEvent: Hashable, Sendable {
    case dashboard(DashboardEvent)
    case page(LoopPage, generation: Int)
    case pageFailed(ReviewError, generation: Int)
    case counted(LoopCount, emptying: EmptyingTerm?, generation: Int)
    case viewed(LoopView)
    case viewFailed(loop: String, ReviewError)
    case previewed(LoopAction, LoopSelection, LoopActionOutcome)
    case performed(LoopAction, LoopActionOutcome)
    /// Nil when there was nothing to take back.
    case undone(LoopActionUndo?)
    case exported(path: String, count: Int)
    case savedFilters([SavedFilter])
    case workers([Worker])
    /// What was to be done could not be.
    case failed(ReviewError)
}
