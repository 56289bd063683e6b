package import HumanReview

/// A list or question of the loops screen that takes the keys.
package enum LoopPopup: Hashable, Sendable {
    /// An action and what it would do.
    case confirm(LoopAction, LoopSelection, LoopActionOutcome)
    case savedFilters([SavedFilter], selection: Int)
    /// The name a filter is to be saved under.
    case nameFilter(LineEdit)
    /// Whom loops are to be given to; nil gives them to everybody.
    case workers([Worker], Popup.ListSearch)
    /// The file the selection is written to.
    case exportPath(LineEdit, LoopSelection)
}
