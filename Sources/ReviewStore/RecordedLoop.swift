package import HumanReview

/// A loop with its whole history, for stores that are made at once instead of lived through.
package struct RecordedLoop: Hashable, Sendable {
    package var name: String
    /// The image, with what a model said about it.
    package var image: IncomingImage
    package var status: HumanLoop.Status
    package var creationTime: Timestamp
    /// When it ended; nil of a loop in progress.
    package var endTime: Timestamp?
    /// Nil of a loop that was accepted in bulk.
    package var reason: ActivationReason?
    package var answers: [RecordedAnswer]

    /// A loop.
    package init(
        name: String, image: IncomingImage, status: HumanLoop.Status, creationTime: Timestamp,
        endTime: Timestamp?, reason: ActivationReason?, answers: [RecordedAnswer]
    ) {
        self.name = name
        self.image = image
        self.status = status
        self.creationTime = creationTime
        self.endTime = endTime
        self.reason = reason
        self.answers = answers
    }

    /// An answer and the journal it came of.
    package struct RecordedAnswer: Hashable, Sendable {
        package var answer: Answer
        package var journal: [Edit]

        /// An answer.
        package init(_ answer: Answer, journal: [Edit] = []) {
            self.answer = answer
            self.journal = journal
        }
    }
}
