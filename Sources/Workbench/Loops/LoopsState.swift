/// The lead's screen: figures, and the list of loops behind each of them.
package struct LoopsState: Hashable, Sendable {
    /// Whether something was asked for that has not come yet.
    package var isBusy: Bool { false }

    /// The state before the first figures were asked for.
    package init() {}
}
