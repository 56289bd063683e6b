/// The figures on the screen and the row that is selected among them.
package struct DashboardState: Hashable, Sendable {
    /// Whether figures were asked for that have not come yet.
    package var isBusy: Bool { false }

    /// The state before the first figures were asked for.
    package init() {}
}
