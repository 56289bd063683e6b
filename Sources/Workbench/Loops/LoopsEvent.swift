package import HumanReview

/// An answer to a ``LoopsEffect``.
package enum LoopsEvent: Hashable, Sendable {
    case dashboard(DashboardEvent)
    /// What was asked for could not be read or done.
    case failed(ReviewError)
}
