/// A completed loop whose answers differ and about which no lead has decided.
package struct DisputedLoop: Hashable, Sendable {
    package var loop: HumanLoop
    /// Objects the answers differ in.
    package var differences: Int
    /// When the last answer came.
    package var time: Timestamp

    /// A loop in dispute.
    package init(loop: HumanLoop, differences: Int, time: Timestamp) {
        self.loop = loop
        self.differences = differences
        self.time = time
    }
}
