package import HumanReview

/// What a sheet shows, as the store had it in one moment.
package struct SheetContents: Hashable, Sendable {
    package var items: [SheetItem]
    /// The items of the sheet after it, to be made ready.
    package var following: [SheetItem]
    /// Images, or boxes of the class, that the filter takes, and all there are.
    package var taken: Int
    package var total: Int
    /// The least score among all of them, where a threshold begins to matter; nil when there are none.
    package var lowestScore: Double?
    package var facets: ConfidentFacets
    /// How often people changed what is at or above the threshold, when that is known.
    package var trust: SheetTrust?
    /// Whether this worker has a decision that may be taken back.
    package var canUndo: Bool

    /// The contents of a sheet.
    package init(
        items: [SheetItem], following: [SheetItem] = [], taken: Int, total: Int,
        lowestScore: Double? = nil, facets: ConfidentFacets = ConfidentFacets(),
        trust: SheetTrust? = nil, canUndo: Bool = false
    ) {
        self.items = items
        self.following = following
        self.taken = taken
        self.total = total
        self.lowestScore = lowestScore
        self.facets = facets
        self.trust = trust
        self.canUndo = canUndo
    }
}
