/// Which loops are listed and in what order, as a lead types it: `state:completed label:dog score<0.4`.
///
/// Every term must hold. Text that was printed parses to the same filter again.
package struct LoopFilter: Hashable, Sendable {
    package var terms: [Term]
    package var order: LoopOrder

    /// A filter; without terms every loop is listed, newest first.
    package init(terms: [Term] = [], order: LoopOrder = .newestFirst) {
        self.terms = terms
        self.order = order
    }

    /// A condition and whether it is turned around by a `-` before it.
    package struct Term: Hashable, Sendable {
        package var condition: LoopCondition
        package var isNegated: Bool

        /// A term.
        package init(_ condition: LoopCondition, isNegated: Bool = false) {
            self.condition = condition
            self.isNegated = isNegated
        }
    }
}
