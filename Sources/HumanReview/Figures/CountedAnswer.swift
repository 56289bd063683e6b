package import Annotations

/// An answer with what it is measured against.
package struct CountedAnswer: Hashable, Sendable {
    package var worker: String
    package var submissionTime: Timestamp
    package var activeMilliseconds: Int64
    package var boxes: [LabeledBox]
    package var kind: Kind
    /// Whether the loop was drawn to see how good trusted predictions are.
    package var isAudit: Bool
    /// What the model had said, or nil when it was not asked.
    package var proposal: Proposal?
    /// The earlier answers of others to the same loop.
    package var others: [Other]

    /// An answer.
    package init(
        worker: String, submissionTime: Timestamp, activeMilliseconds: Int64, boxes: [LabeledBox],
        kind: Kind, isAudit: Bool, proposal: Proposal?, others: [Other]
    ) {
        self.worker = worker
        self.submissionTime = submissionTime
        self.activeMilliseconds = activeMilliseconds
        self.boxes = boxes
        self.kind = kind
        self.isAudit = isAudit
        self.proposal = proposal
        self.others = others
    }

    /// How it came about.
    package enum Kind: Hashable, Sendable {
        /// The first answer of somebody who saw nobody else's.
        case first
        /// Given for many images at once.
        case bulk
        /// After the loop was sent back; whether what was accepted in bulk is corrected for the first time.
        case correction(ofBulk: Bool)
        /// Brought along with the image.
        case imported
    }

    /// What a model version proposed.
    package struct Proposal: Hashable, Sendable {
        package var modelVersion: String
        /// The highest score of the prediction; nil when it saw nothing.
        package var score: Double?
        /// The detections at or above the display threshold, at whole pixels.
        package var boxes: [LabeledBox]

        /// A proposal.
        package init(modelVersion: String, score: Double?, boxes: [LabeledBox]) {
            self.modelVersion = modelVersion
            self.score = score
            self.boxes = boxes
        }
    }

    /// Another's answer.
    package struct Other: Hashable, Sendable {
        package var worker: String
        package var boxes: [LabeledBox]

        /// An answer of another worker.
        package init(worker: String, boxes: [LabeledBox]) {
            self.worker = worker
            self.boxes = boxes
        }
    }
}
