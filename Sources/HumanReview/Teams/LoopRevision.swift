package import Annotations

/// The answers to a loop up to its completion, or those of one correction.
package struct LoopRevision: Hashable, Sendable {
    /// Counts from 1.
    package var number: Int
    /// Why the revision before was sent back; nil for the first.
    package var request: CorrectionRequest?
    /// In the order of submission; empty while a correction is awaited.
    package var answers: [Answer]
    /// The consolidation and what leads decided, in the order of time; empty for a single answer that
    /// nobody decided about.
    package var settlements: [Settlement]

    /// A revision.
    package init(
        number: Int, request: CorrectionRequest?, answers: [Answer], settlements: [Settlement]
    ) {
        self.number = number
        self.request = request
        self.answers = answers
        self.settlements = settlements
    }

    /// What a lead decided last, else the consolidation, else the only answer; nil before an answer.
    package var settledBoxes: [LabeledBox]? { answers.settled(by: settlements.last)?.boxes }
}
