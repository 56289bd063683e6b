package import HumanReview

/// Work the figures ask for; its answers are ``DashboardEvent``s.
package enum DashboardEffect: Hashable, Sendable {
    /// Reads the figures of a time.
    case readFigures(at: Timestamp)
}
