import Annotations
import GRDB
import HumanReview

/// What one transaction reads of a task; the template is rendered after it, outside the lock.
struct StoredTask {
    let record: LoopRecord
    let flow: FlowDefinition
    let prediction: Prediction?
    let journal: [Edit]
    var lease: Lease?
    var holder: Worker?
    /// Why a task that waits for an answer is not given to the one who asked.
    var refusal: ReviewError?
    /// The model's boxes that somebody says are wrong.
    private let rejected: [RejectedBox]
    /// Why the loop was sent back, and the boxes to begin from; nil when the task is no correction.
    private let correction: (request: CorrectionRequest, boxes: [LabeledBox])?

    /// Reads a task that is shown without a lease.
    init(loop record: LoopRecord, task: Int64?, in db: Database) throws {
        guard let flow = try FlowRecord.find(record.flowID, in: db) else {
            throw ReviewError.unknownLoop(record.name)
        }
        self.record = record
        self.flow = flow.flow
        prediction = try record.predictionID.flatMap {
            try PredictionRecord.find($0, in: db)?.prediction
        }
        journal = try task.map { try Journal(taskID: $0).entries(in: db) } ?? []
        correction = try Self.correction(of: record, in: db)
        // A correction begins from what people drew, not from the model's boxes.
        rejected =
            try correction == nil
            ? record.predictionID.map { try ConfidentBoxRecord.rejected(ofPrediction: $0, in: db) }
                ?? [] : []
    }

    private static func correction(
        of record: LoopRecord, in db: Database
    ) throws -> (request: CorrectionRequest, boxes: [LabeledBox])? {
        let revisions = LoopRevisions(loopID: record.id, db: db)
        let current = try revisions.current
        guard let request = try revisions.request(of: current) else { return nil }
        return (request, try revisions.revision(current - 1).settledBoxes ?? [])
    }

    /// What the loop was started with.
    var input: InputContent {
        InputContent(
            image: record.image, prediction: prediction,
            displayThreshold: flow.activationConditions.displayThreshold)
    }

    /// The task as a reviewer gets it.
    func open(in workspace: Workspace, rendering: RenderedTask) -> OpenTask {
        OpenTask(
            loop: record.loop(in: workspace), lease: lease, holder: holder,
            detections: prediction?.detections ?? [],
            initialBoxes: correctedBoxes
                ?? InitialBoxes.boxes(
                    rendering.initialBoxes, input: input, size: record.image.size,
                    detections: prediction?.detections.count ?? 0),
            // No score governs what a person drew.
            displayThreshold: correction == nil
                ? flow.activationConditions.displayThreshold : 1, journal: journal,
            instructions: rendering.instructions, correction: correction?.request,
            rejected: rejected, refusal: refusal)
    }

    /// What a correction begins from: boxes of their own, whatever detections they once were.
    private var correctedBoxes: [ReviewBox]? {
        correction?.boxes.enumerated().map { position, box in
            ReviewBox(
                id: (prediction?.detections.count ?? 0) + position, label: box.label, box: box.box)
        }
    }
}
