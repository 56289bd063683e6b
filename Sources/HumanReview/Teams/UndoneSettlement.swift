/// A settlement that was taken back.
package struct UndoneSettlement: Hashable, Sendable {
    /// The loop's name.
    package var loop: String
    /// Whether the loop is in dispute again: not where an earlier decision of a lead holds again, nor where
    /// its answers agree or there is only one.
    package var isDisputed: Bool

    /// What was taken back.
    package init(loop: String, isDisputed: Bool) {
        self.loop = loop
        self.isDisputed = isDisputed
    }
}
