package import HumanReview
package import Screen

/// One thing that happened: a key, the mouse, time passing, or an answer to an effect.
package enum Event: Hashable, Sendable {
    case started
    case key(Key)
    case mouse(MouseEvent)
    case pasted(String)
    case resized(ScreenMetrics)
    /// About once a second, and before any batch of other events.
    case clock(Timestamp)
    /// About every quarter of a lease's time.
    case heartbeat
    /// SIGCONT after a suspension, SIGTERM or a lost terminal.
    case resumed
    case terminated

    case claimed(Claim)
    case opened(OpenTask)
    case openFailed(ReviewError)
    case committed(loop: String, count: Int)
    case commitFailed(loop: String, ReviewError)
    case leaseFailed(loop: String, ReviewError)
    case submitted(HumanLoop)
    case submitFailed(loop: String, ReviewError)
    case summarized(QueueSummary)
    /// How the background queue stands, in all processes.
    case queueProgressed(QueueProgress)
    /// This process's queue has started a loop.
    case loopStarted
    /// This process's queue cannot go on by itself.
    case queueFailed(reason: String)
    case upcoming([HumanLoop])
    case history([String])
    case photoReady(PhotoRaster)
    case photoFailed(PhotoRequest, reason: String)
    /// Photos that cannot be shown could not be recorded as problems.
    case reportFailed(ReviewError)
    case accept(AcceptEvent)
    case loops(LoopsEvent)
    case teams(TeamsEvent)
}
