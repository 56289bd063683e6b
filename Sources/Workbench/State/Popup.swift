/// A list, text or question over the screen that takes the keys.
package enum Popup: Hashable, Sendable {
    case help(ListSearch)
    case palette(ListSearch)
    case classes(ListSearch)
    case instructions(scroll: Int)
    case skip
    /// Another worker's draft is there: go on from it or begin anew.
    case adopt(worker: String, edits: Int)
    /// A decision of the accept screen, with its counts.
    case decision(SheetQuestion)
    case confidentClasses(ListSearch)
    case confidentModels(ListSearch)
    /// The class whose crops are wanted.
    case boxClasses(ListSearch)
    case sendBack(SendingBack)
    /// Taking the worker's latest settlement back.
    case undoSettlement
    /// Leaving would lose edits that could not be saved.
    case unsaved

    /// A list that narrows as one types.
    package struct ListSearch: Hashable, Sendable {
        package var query = ""
        package var selection = 0

        /// An empty search with the first row selected.
        package init() {}
    }
}
