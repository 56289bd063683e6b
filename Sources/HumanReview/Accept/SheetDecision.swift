/// What a worker decides about confident images.
package struct SheetDecision: Hashable, Sendable {
    /// Which images are accepted.
    package enum Accepted: Hashable, Sendable {
        /// Images by their numbers.
        case images([Int64])
        /// Whatever a filter takes, the surest first, at most so many.
        case all(ConfidentFilter, limit: Int?)
    }

    package var accepted: Accepted
    /// Images that go to review: what was picked off.
    package var reviewed: [Int64]

    /// A decision.
    package init(accepted: Accepted, reviewed: [Int64] = []) {
        self.accepted = accepted
        self.reviewed = reviewed
    }
}
