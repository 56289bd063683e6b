package import HumanReview

/// An answer to a ``DashboardEffect``.
package enum DashboardEvent: Hashable, Sendable {
    case figures(LeadFigures)
    case failed(ReviewError)
}
