import GRDB
package import HumanReview

extension SQLiteReviewStore {
    /// How far back the rate looks, in milliseconds.
    private static let rateWindow: Int64 = 10_000

    package func queueProgress(at time: Timestamp) throws -> QueueProgress {
        // Every screen asks once a second: a loop that was stopped ends by itself when it is left.
        try? settleStoppingLoops(at: time)
        return try read { db in
            QueueProgress(
                depth: try Tallies(db).queued, atWork: try imagesAtWork(in: db),
                rate: try rate(at: time, in: db),
                model: try DeploymentRecord.current(in: db)?.deployment.model)
        }
    }

    /// Images that living processes are at work on.
    package func imagesAtWork() throws -> Int { try read(imagesAtWork) }

    private func imagesAtWork(in db: Database) throws -> Int {
        let census = try LeaseCensus(of: .predictionJobs, at: clock.now, in: db)
        return try Int.fetchOne(
            db,
            cached: """
                SELECT COUNT(*) FROM prediction_jobs
                WHERE lease_end IS NOT NULL AND \(LeaseCensus.isLive("prediction_jobs"))
                """, arguments: census.arguments) ?? 0
    }

    /// How many predictions each model version has made, by its name; those that came with images count
    /// under the name they came by.
    package func predictionCounts() throws -> [(model: String, count: Int)] {
        try read { db in
            try Row.fetchAll(
                db, cached: "SELECT model_version, count FROM prediction_tallies ORDER BY 1"
            ).map { ($0["model_version"], $0["count"]) }
        }
    }

    private func rate(at time: Timestamp, in db: Database) throws -> Double {
        let row = try Row.fetchOne(
            db,
            cached: """
                SELECT COUNT(*) AS count, MIN(creation_time) AS first FROM predictions
                WHERE deployment_id IS NOT NULL AND creation_time > ? AND creation_time <= ?
                """,
            arguments: [time.milliseconds &- Self.rateWindow, time.milliseconds])
        guard let row, let first: Int64 = row["first"] else { return 0 }
        let count: Int = row["count"]
        // At the start the window is only as long as there was work; at least a second of it.
        let milliseconds = min(Self.rateWindow, max(1_000, time.milliseconds &- first))
        return Double(count) * 1_000 / Double(milliseconds)
    }
}
