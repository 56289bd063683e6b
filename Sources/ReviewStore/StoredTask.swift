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
            initialBoxes: InitialBoxes.boxes(
                rendering.initialBoxes, input: input, size: record.image.size,
                detections: prediction?.detections.count ?? 0),
            displayThreshold: flow.activationConditions.displayThreshold, journal: journal,
            instructions: rendering.instructions)
    }
}
