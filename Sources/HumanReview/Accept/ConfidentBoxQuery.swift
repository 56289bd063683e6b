/// Undecided boxes of one class by their score.
package struct ConfidentBoxQuery: Hashable, Sendable {
    package var filter: ConfidentBoxFilter
    /// Whether the weakest come first, among which most of what is wrong is found.
    package var isWeakestFirst: Bool

    /// A query; the weakest boxes come first.
    package init(filter: ConfidentBoxFilter, isWeakestFirst: Bool = true) {
        self.filter = filter
        self.isWeakestFirst = isWeakestFirst
    }
}
