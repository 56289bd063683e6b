package import HumanReview

/// What a sheet shows, as the store had it in one moment.
package struct SheetContents: Hashable, Sendable {
    package var images: [ConfidentImage]
    /// The images of the sheet after it, to be made ready.
    package var following: [ConfidentImage]
    /// Images that the filter takes, and all there are.
    package var taken: Int
    package var total: Int
    package var facets: ConfidentFacets
    /// How often people changed what is at or above the threshold, when that is known.
    package var trust: SheetTrust?
    /// Whether this worker has a decision that may be taken back.
    package var canUndo: Bool

    /// The contents of a sheet.
    package init(
        images: [ConfidentImage], following: [ConfidentImage] = [], taken: Int, total: Int,
        facets: ConfidentFacets = ConfidentFacets(), trust: SheetTrust? = nil, canUndo: Bool = false
    ) {
        self.images = images
        self.following = following
        self.taken = taken
        self.total = total
        self.facets = facets
        self.trust = trust
        self.canUndo = canUndo
    }
}
