package import Annotations
import Foundation
import GRDB
package import HumanReview

extension SQLiteReviewStore {
    /// Takes the oldest image that waits for a prediction, with the version that is to make it: both
    /// are read in one transaction, so that a deployment comes between two images.
    ///
    /// An image is free again at once when the process that took it has ended, and when its lease has
    /// run out.
    package func claimPrediction() throws -> PredictionClaim {
        // Most of the time nothing waits, and to find that out must not keep a writer waiting.
        if let nothing = try read(nothingToClaim) { return nothing }
        return try write { db in
            guard let deployment = try DeploymentRecord.current(in: db) else { return .noModel }
            let census = try LeaseCensus(of: .predictionJobs, at: clock.now, in: db)
            try census.releaseAbandonedJobs(in: db)
            guard let image = try Int64.fetchOne(db, cached: Self.nextJob) else {
                return .nothing(atWork: try jobsAtWork(in: db))
            }
            return .job(try grant(image, deployment, in: db))
        }
    }

    /// Keeps an image's lease alive for its full time from now.
    ///
    /// - Returns: whether the image is still this process's.
    package func renew(_ job: PredictionJob) throws -> Bool {
        try write { db in
            guard try isHeld(job, in: db) else { return false }
            let now = clock.now
            try db.execute(
                cached: """
                    UPDATE prediction_jobs SET lease_boot = ?, lease_end = ? WHERE image_id = ?
                    """, arguments: [now.boot, leaseEnd(from: now), job.image.id])
            return true
        }
    }

    /// Gives an image back unpredicted.
    package func release(_ job: PredictionJob) throws {
        try write { db in
            guard try isHeld(job, in: db) else { return }
            try db.execute(
                cached:
                    "UPDATE prediction_jobs SET token = NULL, lease_end = NULL WHERE image_id = ?",
                arguments: [job.image.id])
        }
    }

    /// Stores what the model said about an image, and routes the image by it.
    ///
    /// A lease that ran out still counts while nobody has taken the image.
    ///
    /// - Returns: what became of the image, or nil when it was no longer this process's: nothing was
    ///   changed then.
    package func finish(_ job: PredictionJob, _ detections: [Detection], at time: Timestamp) throws
        -> IntakeOutcome?
    {
        let eventsOffset = try EventLog(path: workspace.eventsPath).end()
        let outcome = try write { db -> IntakeOutcome? in
            guard try isHeld(job, in: db), let flow = try FlowRecord.first(in: db) else {
                return nil
            }
            try Self.deleteJob(ofImage: job.image.id, in: db)
            let intake = Intake(
                flow: flow, time: time, eventsOffset: eventsOffset, store: self, db: db)
            return try intake.take(
                Prediction(modelVersion: job.model.name, detections: detections), of: job)
        }
        if case .problem = outcome { try finishPendingOutputs() }
        return outcome
    }

    /// Records that an image cannot be predicted, for a reason without its name; it waits no longer.
    ///
    /// - Returns: whether the image was still this process's.
    package func fail(_ job: PredictionJob, reason: String, at time: Timestamp) throws -> Bool {
        try write { db in
            guard try isHeld(job, in: db) else { return false }
            try Self.deleteJob(ofImage: job.image.id, in: db)
            _ = try InputProblem(path: job.image.path, reason: reason, time: time).insert(in: db)
            return true
        }
    }

    /// Ends the wait of an image, whoever is at work on it.
    static func deleteJob(ofImage id: Int64, in db: Database) throws {
        try db.execute(
            cached: "DELETE FROM prediction_jobs WHERE image_id = ?", arguments: [id])
    }

    static let nextJob = """
        SELECT image_id FROM prediction_jobs WHERE lease_end IS NULL ORDER BY image_id LIMIT 1
        """

    private static let abandonedJob = """
        SELECT image_id FROM prediction_jobs
        WHERE lease_end IS NOT NULL AND NOT \(LeaseCensus.isLive("prediction_jobs")) LIMIT 1
        """

    private func nothingToClaim(in db: Database) throws -> PredictionClaim? {
        guard try DeploymentRecord.isAnyCurrent(in: db) else { return .noModel }
        if try Int64.fetchOne(db, cached: Self.nextJob) != nil { return nil }
        let census = try LeaseCensus(of: .predictionJobs, at: clock.now, in: db)
        let abandoned = try Int64.fetchOne(
            db, cached: Self.abandonedJob, arguments: census.arguments)
        return abandoned == nil ? .nothing(atWork: try jobsAtWork(in: db)) : nil
    }

    private func jobsAtWork(in db: Database) throws -> Int {
        try Int.fetchOne(
            db, cached: "SELECT COUNT(*) FROM prediction_jobs WHERE lease_end IS NOT NULL") ?? 0
    }

    private func grant(_ image: Int64, _ deployment: DeploymentRecord, in db: Database) throws
        -> PredictionJob
    {
        let now = clock.now
        let token = UUID().uuidString.lowercased()
        let counts = try Row.fetchOne(
            db,
            cached: """
                UPDATE prediction_jobs SET token = ?, holder_process = ?, lease_boot = ?,
                    lease_end = ?, revision = revision + 1
                WHERE image_id = ? RETURNING revision, attempts
                """, arguments: [token, process.text, now.boot, leaseEnd(from: now), image])
        return PredictionJob(
            image: try ReviewImage.find(image, in: db),
            model: try ModelRecord.find(deployment.modelID, in: db).model,
            deployment: deployment.deployment.number, attempts: counts?["attempts"] ?? 0,
            token: token, revision: counts?["revision"] ?? 0)
    }

    private func isHeld(_ job: PredictionJob, in db: Database) throws -> Bool {
        try Int.fetchOne(
            db,
            cached: """
                SELECT COUNT(*) FROM prediction_jobs
                WHERE image_id = ? AND token = ? AND revision = ?
                """, arguments: [job.image.id, job.token, job.revision]) == 1
    }
}
