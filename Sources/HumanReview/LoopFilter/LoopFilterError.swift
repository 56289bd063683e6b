/// Where and why a text is no filter.
package struct LoopFilterError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Unicode scalars before the one at fault, from 0; the text's length when something is missing there.
    package var column: Int
    /// The cause and what would do.
    package var reason: String

    /// An error at a character.
    package init(column: Int, _ reason: String) {
        self.column = column
        self.reason = reason
    }

    /// The column counted from 1, as editors do.
    package var description: String { "filter, column \(column + 1): \(reason)" }
}
