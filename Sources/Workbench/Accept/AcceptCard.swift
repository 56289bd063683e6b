package import HumanReview

/// A card of crops of one class, over the sheet that one comes back to.
package struct AcceptCard: Hashable, Sendable {
    package var query: ConfidentBoxQuery
    /// Where the sheets began that led to the one below.
    package var startsBelow: [SheetPlace?]
    /// What the cursor was on there.
    package var cursorBelow: SheetItem.ID?
}
