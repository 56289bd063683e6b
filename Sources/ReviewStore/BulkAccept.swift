import Annotations
import Foundation
import GRDB
import HumanReview

/// Carries a decision of the accept screen out inside one transaction.
struct BulkAccept {
    let intake: Intake
    let worker: Worker
    /// What became of the decision so far, in earlier transactions too.
    var outcome: SheetOutcome

    var db: Database { intake.db }
    private var time: Timestamp { intake.time }

    init(intake: Intake, worker: Worker, outcome: SheetOutcome) {
        self.intake = intake
        self.worker = worker
        self.outcome = outcome
    }

    /// Refuses to go on with what was taken back after an earlier transaction.
    func requireStanding() throws {
        guard let number = outcome.number else { return }
        let row = try Row.fetchOne(
            db,
            cached: """
                SELECT undone_worker FROM bulk_accepts WHERE id = ? AND undone_time IS NOT NULL
                """, arguments: [number])
        guard let row else { return }
        throw ReviewError.refused(
            "the decision has ended early",
            reason: "\(row["undone_worker"] ?? "somebody") took back what was decided until then; "
                + "the rest is as it was, decide again to go on")
    }

    /// Makes completed loops of images, leaving out those that do not wait to be accepted.
    mutating func accept(_ images: [Int64]) throws {
        var count = 0
        for image in images {
            guard let record = try ConfidentRecord.take(image: image, in: db) else {
                outcome.skipped += 1
                continue
            }
            try accept(record, under: try number())
            count += 1
        }
        guard count > 0 else { return }
        outcome.accepted += count
        try db.execute(
            cached: "UPDATE bulk_accepts SET count = count + ? WHERE id = ?",
            arguments: [count, try number()])
    }

    /// Starts loops about images, leaving out those that do not wait to be accepted.
    mutating func review(_ images: [Int64]) throws {
        for id in images {
            guard let record = try ConfidentRecord.take(image: id, in: db) else {
                outcome.skipped += 1
                continue
            }
            try review(record, under: try number())
        }
    }

    /// The decision's number; its row is made by the first image that it changes.
    mutating func number() throws -> Int64 {
        if let number = outcome.number { return number }
        try db.execute(
            cached: "INSERT INTO bulk_accepts (worker, time, count) VALUES (?, ?, 0)",
            arguments: [worker.name, time.milliseconds])
        let number = db.lastInsertedRowID
        outcome.number = number
        return number
    }

    private func accept(_ record: ConfidentRecord, under number: Int64) throws {
        let image = try ReviewImage.find(record.imageID, in: db)
        let prediction = try PredictionRecord.find(record.predictionID, in: db)?.prediction
        let loop = try NewLoop(
            flow: intake.flow.id, image: image.id, prediction: record.predictionID,
            status: .completed, creationTime: time, completionTime: time, score: record.score,
            bulkAccept: number
        ).insert(in: db)
        try AnswerRecord.insert(
            answer(image, prediction), task: try insertTask(of: loop, record), loop: loop,
            token: UUID().uuidString.lowercased(), in: db)
        try intake.store.announce(
            loop: loop, .completed, at: time, eventsOffset: intake.eventsOffset, in: db)
    }

    /// The boxes a reviewer would have begun with, at once.
    private func answer(_ image: ReviewImage, _ prediction: Prediction?) -> Answer {
        let flow = intake.flow.flow
        let input = InputContent(
            image: image, prediction: prediction,
            displayThreshold: flow.activationConditions.displayThreshold)
        // A template that renders no more must not hold back an answer.
        let rendered = try? intake.store.renderer.render(flow, input: input)
        let boxes = InitialBoxes.boxes(
            rendered?.initialBoxes, input: input, size: image.size,
            detections: prediction?.detections.count ?? 0)
        return Answer(
            worker: worker, acceptanceTime: time, submissionTime: time, activeMilliseconds: 0,
            boxes: boxes.map { LabeledBox(label: $0.label, box: $0.box) }, imageSize: image.size)
    }

    private func insertTask(of loop: Int64, _ record: ConfidentRecord) throws -> Int64 {
        try db.execute(
            cached: """
                INSERT INTO tasks (loop_id, score, creation_time, is_open, revision)
                VALUES (?, ?, ?, 0, 1)
                """, arguments: [loop, record.score, time.milliseconds])
        return db.lastInsertedRowID
    }

    private mutating func review(_ record: ConfidentRecord, under number: Int64) throws {
        let known = try ReviewImage.find(record.imageID, in: db)
        let image = IncomingImage(
            path: known.path, sha256: known.sha256, size: known.size,
            orientation: known.orientation,
            prediction: try PredictionRecord.find(record.predictionID, in: db)?.prediction)
        let started = try intake.startLoop(
            image, id: known.id, prediction: record.predictionID, reason: .sentToReview)
        // A loop whose template does not render has failed, and is told of as a problem.
        guard case .loop(let name) = started else { return }
        outcome.reviewed.append(name)
        try db.execute(
            cached: """
                INSERT INTO picked_loops (loop_id, bulk_accept_id)
                SELECT id, ? FROM loops WHERE name = ?
                """, arguments: [number, name])
    }
}
