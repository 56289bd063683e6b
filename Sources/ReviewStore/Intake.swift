import Annotations
import GRDB
import HumanReview

/// Adds images inside one transaction.
struct Intake {
    let flow: FlowRecord
    let time: Timestamp
    let eventsOffset: Int
    let store: SQLiteReviewStore
    let db: Database

    /// Adds one image, or says why not.
    func add(_ image: IncomingImage) throws -> IntakeOutcome {
        if let reason = Self.objection(to: image) { return try problem(image.path, reason) }
        let known = try Row.fetchOne(
            db, sql: "SELECT id, sha256 FROM images WHERE path = ?", arguments: [image.path])
        guard let known else {
            // What was wrong with the file has been put right.
            try db.execute(sql: "DELETE FROM problems WHERE path = ?", arguments: [image.path])
            let id = try image.insert(at: time, in: db)
            return try isForTheModel(image) ? try enqueue(id) : try route(image, id: id, loop: nil)
        }
        guard known["sha256"] == image.sha256 else {
            return try problem(
                image.path,
                "the file has changed since it was added; its loop is about the old one, "
                    + "add the new one under another name")
        }
        return try addPrediction(of: image, id: known["id"])
    }

    private static func objection(to image: IncomingImage) -> String? {
        if image.size.isEmpty { return "the image has no pixels" }
        let isSound = (image.prediction?.detections ?? []).allSatisfy {
            $0.box.isValid && $0.score.isFinite
        }
        return isSound ? nil : "the prediction has a box or score that is no number"
    }

    private func addPrediction(of image: IncomingImage, id: Int64) throws -> IntakeOutcome {
        guard let prediction = image.prediction else { return try reconsider(image, id: id) }
        if let present = try PredictionRecord.latest(forImage: id, in: db)?.prediction {
            guard present.detections != prediction.detections else { return .unchanged }
            return try problem(
                image.path,
                "another prediction, by \(present.modelVersion), is there already; it was kept")
        }
        let loop = try self.loop(ofImage: id)
        if let loop, !(try LoopRemoval.isUntouched(loop, in: db)) {
            return try problem(
                image.path, "a prediction came after the review had begun; it was not used")
        }
        return try route(image, id: id, loop: loop)
    }

    /// Stores and routes what the deployed model said about an image that had waited for it.
    func take(_ prediction: Prediction, of job: PredictionJob) throws -> IntakeOutcome {
        let image = IncomingImage(
            path: job.image.path, sha256: job.image.sha256, size: job.image.size,
            orientation: job.image.orientation, prediction: prediction)
        if let reason = Self.objection(to: image) { return try problem(image.path, reason) }
        return try route(image, id: job.image.id, loop: nil, deployment: job.deployment)
    }

    /// Whether the image is to wait for the model in service.
    private func isForTheModel(_ image: IncomingImage) throws -> Bool {
        try image.prediction == nil && DeploymentRecord.isAnyCurrent(in: db)
    }

    private func enqueue(_ id: Int64) throws -> IntakeOutcome {
        try db.execute(
            cached: "INSERT INTO prediction_jobs (image_id) VALUES (?)", arguments: [id])
        return .queued
    }

    /// Gives a known image to the model when nobody has predicted or opened it.
    private func reconsider(_ image: IncomingImage, id: Int64) throws -> IntakeOutcome {
        let isSettled = try Int.fetchOne(
            db,
            cached: """
                SELECT EXISTS (SELECT 1 FROM predictions WHERE image_id = :id)
                    OR EXISTS (SELECT 1 FROM prediction_jobs WHERE image_id = :id)
                """, arguments: ["id": id])
        guard isSettled == 0, try isForTheModel(image) else { return .unchanged }
        if let loop = try self.loop(ofImage: id) {
            guard try LoopRemoval.isUntouched(loop, in: db) else { return .unchanged }
            try LoopRemoval.remove(loop, in: db)
        }
        try db.execute(cached: "DELETE FROM problems WHERE path = ?", arguments: [image.path])
        return try enqueue(id)
    }

    private func loop(ofImage id: Int64) throws -> Int64? {
        try Int64.fetchOne(db, cached: "SELECT id FROM loops WHERE image_id = ?", arguments: [id])
    }

    /// Stores the prediction and decides who is to look at the image.
    private func route(
        _ image: IncomingImage, id: Int64, loop: Int64?, deployment: Int64? = nil
    ) throws -> IntakeOutcome {
        let prediction = try image.prediction.map {
            try PredictionRecord.insert(
                $0, forImage: id, deployment: deployment, at: time, in: db)
        }
        // It gives way to one that has the prediction.
        if let loop { try LoopRemoval.remove(loop, in: db) }
        // What came with the image is there before the model in service was asked.
        if deployment == nil { try SQLiteReviewStore.deleteJob(ofImage: id, in: db) }
        let conditions = flow.flow.activationConditions
        let reason = conditions.reason(for: image.prediction, imageDigest: image.sha256)
        if reason == nil, let prediction {
            try ConfidentRecord.insert(image: id, prediction: prediction, in: db)
            return .confident
        }
        return try startLoop(image, id: id, prediction: prediction, reason: reason)
    }

    /// Starts a loop about an image that is known.
    func startLoop(
        _ image: IncomingImage, id: Int64, prediction: Int64?, reason: ActivationReason?
    ) throws -> IntakeOutcome {
        let new = NewLoop(
            flow: flow.id, image: id, prediction: prediction, creationTime: time,
            score: image.prediction?.strongest?.score, reason: reason)
        let loop = try new.insert(in: db)
        if let reason = renderingProblem(image, id: id) {
            try fail(loop: loop, reason: reason)
            return try problem(image.path, reason)
        }
        // Where a person saw something wrong, it comes before what the model saw nothing on.
        let priority = reason == .sentToReview ? -1 : new.score ?? 0
        for _ in 0..<flow.flow.taskCount {
            try db.execute(
                sql: "INSERT INTO tasks (loop_id, score, creation_time) VALUES (?, ?, ?)",
                arguments: [loop, priority, time.milliseconds])
        }
        return .loop(new.name)
    }

    private func renderingProblem(_ image: IncomingImage, id: Int64) -> String? {
        let known = ReviewImage(
            id: id, path: image.path, uri: Workspace.fileURI(image.path), sha256: image.sha256,
            size: image.size, orientation: image.orientation)
        let input = InputContent(
            image: known, prediction: image.prediction,
            displayThreshold: flow.flow.activationConditions.displayThreshold)
        do {
            _ = try store.renderer.render(flow.flow, input: input)
            return nil
        } catch {
            return error.failureReason
        }
    }

    /// As A2I does with a loop whose template cannot be rendered.
    private func fail(loop: Int64, reason: String) throws {
        try db.execute(
            sql:
                "UPDATE loops SET failure_code = 'ValidationError', failure_reason = ? WHERE id = ?",
            arguments: [reason, loop])
        try store.end(loop: loop, as: .failed, at: time, eventsOffset: eventsOffset, in: db)
    }

    private func problem(_ path: String, _ reason: String) throws -> IntakeOutcome {
        let problem = InputProblem(path: path, reason: reason, time: time)
        return .problem(reason: reason, isNew: try problem.insert(in: db))
    }
}
