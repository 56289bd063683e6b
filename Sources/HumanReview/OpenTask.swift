package import Annotations

/// Everything a reviewer needs to see and answer one task.
package struct OpenTask: Hashable, Sendable {
    package var loop: HumanLoop
    /// Nil when the task is shown for reading only: its loop has ended, another worker holds it, or the
    /// one who asked has declined it.
    package var lease: Lease?
    /// The worker who holds the task, when that is not the one who asked.
    package var holder: Worker?
    /// All detections of the prediction behind the loop, in its order: the ids of their boxes.
    package var detections: [Detection]
    package var initialBoxes: [ReviewBox]
    package var displayThreshold: Double
    /// Every entry so far, whoever made it.
    package var journal: [Edit]
    /// Title, labels and instructions as the flow's template renders them for this loop.
    package var instructions: TaskInstructions
    /// Why the loop was sent back; nil when the task is not a correction.
    package var correction: CorrectionRequest?
    /// Boxes that were rejected on a card of crops, which is why the image is under review.
    package var rejected: [RejectedBox]
    /// Why a task that is wanted is shown for reading only, when the one who asked may not answer it.
    package var refusal: ReviewError?

    /// A task.
    package init(
        loop: HumanLoop, lease: Lease?, holder: Worker? = nil, detections: [Detection],
        initialBoxes: [ReviewBox], displayThreshold: Double, journal: [Edit],
        instructions: TaskInstructions, correction: CorrectionRequest? = nil,
        rejected: [RejectedBox] = [], refusal: ReviewError? = nil
    ) {
        self.loop = loop
        self.lease = lease
        self.holder = holder
        self.detections = detections
        self.initialBoxes = initialBoxes
        self.displayThreshold = displayThreshold
        self.journal = journal
        self.instructions = instructions
        self.correction = correction
        self.rejected = rejected
        self.refusal = refusal
    }

    /// The answer in the making, replayed from the journal.
    package var draft: Draft {
        var draft = Draft(
            initial: initialBoxes, threshold: displayThreshold, reservedIDs: detections.count)
        for edit in journal { draft.apply(edit) }
        return draft
    }
}
