/// How many loops began or ended in one hour.
package struct LoopHour: Hashable, Sendable {
    /// Whole hours since 1970, UTC.
    package var hour: Int64
    package var kind: Kind
    package var count: Int

    /// A count.
    package init(hour: Int64, kind: Kind, count: Int) {
        self.hour = hour
        self.kind = kind
        self.count = count
    }

    /// What is counted; raw values are stored.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Loops begun for people to answer.
        case created
        /// Loops completed by people's answers.
        case completed
        /// Loops accepted in bulk.
        case accepted
        case stopped
        case failed
    }
}
