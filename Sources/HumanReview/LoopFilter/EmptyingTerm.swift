/// The term of a filter because of which it lets nothing through.
package struct EmptyingTerm: Hashable, Sendable {
    /// Its position in the filter.
    package var position: Int
    /// The name in it that nothing has, when it is that.
    package var unknown: UnknownName?

    /// A term.
    package init(position: Int, unknown: UnknownName? = nil) {
        self.position = position
        self.unknown = unknown
    }
}
