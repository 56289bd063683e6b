package import HumanReview

/// Work the loops screen asks for; its answers are ``LoopsEvent``s.
package enum LoopsEffect: Hashable, Sendable {
    case dashboard(DashboardEffect)
    /// A page of a list; what was asked for a list of an earlier generation need not be done any more.
    case page(LoopFilter, after: LoopPosition?, limit: Int, generation: Int)
    /// How many loops are in a list and, when none is, because of which term.
    case count(LoopFilter, generation: Int)
    case view(loop: String)
    case preview(LoopAction, LoopSelection)
    case perform(LoopAction, LoopSelection)
    case undoAction
    /// Writes the chosen loops to a file: JSON lines, or CSV when its name ends so.
    case export(LoopSelection, path: String)
    case listSavedFilters
    case saveFilter(SavedFilter)
    case deleteFilter(name: String)
    case listWorkers
}
