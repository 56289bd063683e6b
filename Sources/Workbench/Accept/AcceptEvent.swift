package import HumanReview

/// An answer to an ``AcceptEffect``.
package enum AcceptEvent: Hashable, Sendable {
    case loaded(SheetRequest, SheetContents)
    case loadFailed(SheetRequest, ReviewError)
    case developed(Thumbnail)
    case developFailed(ThumbnailRequest, reason: String)
    /// So many images of the decision under way are accepted by now.
    case progressed(Int)
    case decided(SheetOutcome)
    case undone(SheetUndo)
    /// What was asked for could not be done.
    case failed(ReviewError)
}
