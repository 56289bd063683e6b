package import HumanReview

/// Work that ``update(_:_:)`` asks the runtime to do.
package enum Effect: Hashable, Sendable {
    case claimNext(excluding: Set<String>)
    case open(loop: String)
    /// Saves entries before the next key is read.
    case commit([Edit], at: Int, under: Lease)
    case renew(Lease)
    case end(Lease, LeaseEnding)
    case submit(Answer, under: Lease)
    case refreshSummary
    case refreshQueue
    case refreshUpcoming(limit: Int)
    case loadHistory
    /// Records a photo that cannot be shown, for the lead to see.
    case reportProblem(path: String, reason: String)
    case loadPhoto(PhotoRequest)
    case prefetch([PhotoRequest])
    case accept(AcceptEffect)
    case loops(LoopsEffect)
    case teams(TeamsEffect)
    /// Paints every cell and pixel anew.
    case redraw
    case quit
}
