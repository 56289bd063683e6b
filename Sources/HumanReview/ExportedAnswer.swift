/// What an export carried of a loop.
package struct ExportedAnswer: Hashable, Sendable {
    /// The loop's name.
    package var loop: String
    /// The settlement that its boxes were those of, if there was one.
    package var settlement: Int64?

    /// What is told of an answer that was written.
    package init(loop: String, settlement: Int64? = nil) {
        self.loop = loop
        self.settlement = settlement
    }

    /// What is told of an answer that was written.
    package init(_ answer: FinalAnswer) {
        self.init(loop: answer.loop, settlement: answer.settlement)
    }
}
