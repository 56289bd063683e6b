package import HumanReview

/// The figures on the screen and the row that is selected among them.
package struct DashboardState: Hashable, Sendable {
    /// The latest figures, or nil before the first.
    package var figures: LeadFigures?
    /// Why the latest figures could not be read; older ones stay on the screen.
    package var failure: ReviewError?
    /// Whether figures were asked for that have not come yet.
    package var isReading = false
    /// When they were last asked for.
    package var askedAt: Timestamp?
    /// The selected row, counted over all panels.
    package var selection = 0

    /// Figures are read again after so long.
    package static let refreshMilliseconds: Int64 = 1_000

    /// Whether the lead waits for the first figures; later ones come by themselves.
    package var isBusy: Bool { isReading && figures == nil }

    /// The state before the first figures were asked for.
    package init() {}
}
