/// The accept screen: a sheet of confident predictions, and what was picked off it.
package struct AcceptState: Hashable, Sendable {
    /// Whether something was asked for that has not come yet.
    package var isBusy: Bool { false }

    /// The state before the first sheet was asked for.
    package init() {}
}
