/// What a worker decides about confident images or about their boxes.
package struct SheetDecision: Hashable, Sendable {
    /// Which images, or boxes of them, are accepted.
    package enum Accepted: Hashable, Sendable {
        /// Images by their numbers.
        case images([Int64])
        /// Whatever a filter takes, the surest first, at most so many.
        case all(ConfidentFilter, limit: Int?)
        /// Boxes; an image is accepted with the last of its boxes.
        case boxes([ConfidentBoxID])
        /// Whatever boxes a filter takes, the surest first, at most so many.
        case allBoxes(ConfidentBoxFilter, limit: Int? = nil)
    }

    package var accepted: Accepted
    /// Images that go to review: what was picked off.
    package var reviewed: [Int64]
    /// Boxes that are wrong: their images go to review.
    package var rejected: [ConfidentBoxID]

    /// A decision.
    package init(
        accepted: Accepted, reviewed: [Int64] = [], rejected: [ConfidentBoxID] = []
    ) {
        self.accepted = accepted
        self.reviewed = reviewed
        self.rejected = rejected
    }
}
