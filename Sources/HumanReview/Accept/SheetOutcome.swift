/// What became of a decision.
package struct SheetOutcome: Hashable, Sendable {
    /// The decision's number, to take it back by; nil when it changed nothing.
    package var number: Int64?
    /// Images accepted, each a completed loop now.
    package var accepted: Int
    /// Boxes accepted one by one, whether their images are accepted by now or not.
    package var acceptedBoxes: Int
    /// Boxes rejected one by one.
    package var rejectedBoxes: Int
    /// The loops of the images that were sent to review.
    package var reviewed: [String]
    /// Named images that were not confident any more, and boxes that were decided already.
    package var skipped: Int

    /// An outcome; by default of a decision that changed nothing.
    package init(
        number: Int64? = nil, accepted: Int = 0, acceptedBoxes: Int = 0, rejectedBoxes: Int = 0,
        reviewed: [String] = [], skipped: Int = 0
    ) {
        self.number = number
        self.accepted = accepted
        self.acceptedBoxes = acceptedBoxes
        self.rejectedBoxes = rejectedBoxes
        self.reviewed = reviewed
        self.skipped = skipped
    }
}
