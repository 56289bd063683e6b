/// The list of loops that a filter lets through.
package struct LoopListState: Hashable, Sendable {
    /// The filter's text, see `LoopFilter`.
    package var filterText = ""
    /// Whether something was asked for that has not come yet.
    package var isBusy: Bool { false }

    /// An unfiltered list before its first page.
    package init() {}
}
