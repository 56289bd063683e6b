/// What two sides call the same object; nil on the side that has no box there.
package struct LabelPair: Hashable, Sendable {
    package var first: String?
    package var second: String?

    /// A pair of labels.
    package init(_ first: String?, _ second: String?) {
        self.first = first
        self.second = second
    }
}
