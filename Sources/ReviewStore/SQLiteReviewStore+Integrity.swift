import GRDB
import HumanReview

extension SQLiteReviewStore {
    /// Looks at every page, reference and count of the store.
    ///
    /// - Returns: what is wrong, a line each; empty when the store is intact.
    /// - Throws: ``ReviewError`` when the store cannot be read at all.
    package func integrityProblems() throws -> [String] {
        try read { db in
            let pages = try String.fetchAll(db, sql: "PRAGMA integrity_check")
            let references = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { row in
                "a row of \(row[0] as String) refers to a missing one of \(row[2] as String)"
            }
            return pages.filter { $0 != "ok" } + references + (try wrongTallies(in: db))
                + (try wrongBoxes(in: db)) + (try lateOutputs(in: db))
        }
    }

    private func lateOutputs(in db: Database) throws -> [String] {
        try PendingOutput.fetchAll(db, sql: PendingOutput.selection).map { pending in
            let loop = try LoopRecord.find(pending.loopID, in: db).loop(in: workspace)
            return "loop \(loop.name) has ended but its output is still to be written: "
                + loop.outputURI
        }
    }

    /// What waits to be decided box by box follows from detections and decisions, and its counts from it.
    private func wrongBoxes(in db: Database) throws -> [String] {
        let (boxes, counts) = (
            "SELECT * FROM confident_boxes", "SELECT * FROM confident_box_scores"
        )
        return try [
            (Self.rows(of: boxes, notOf: Schema.undecidedBoxes), "boxes wait that should not"),
            (Self.rows(of: Schema.undecidedBoxes, notOf: boxes), "boxes should wait and do not"),
            (
                Self.rows(of: counts, notOf: Schema.countedBoxes) + " UNION "
                    + Self.rows(of: Schema.countedBoxes, notOf: counts),
                "counts of waiting boxes by class and score are wrong"
            ),
        ].compactMap { wrong, problem in
            let count = try Int.fetchOne(
                db, sql: "SELECT COUNT(*) FROM (\(wrong))")
            return count == 0 ? nil : "\(count ?? 0) \(problem)"
        }
    }

    private static func rows(of some: String, notOf others: String) -> String {
        "SELECT * FROM (SELECT * FROM (\(some)) EXCEPT SELECT * FROM (\(others)))"
    }

    private func wrongTallies(in db: Database) throws -> [String] {
        let counted = try Row.fetchAll(
            db,
            sql: """
                SELECT name, count, CASE name
                    WHEN 'images' THEN (SELECT COUNT(*) FROM images)
                    WHEN 'problems' THEN (SELECT COUNT(*) FROM problems)
                    WHEN 'confident' THEN (SELECT COUNT(*) FROM confident_images)
                    WHEN 'queued' THEN (SELECT COUNT(*) FROM prediction_jobs)
                    WHEN 'disputes' THEN (SELECT COUNT(*) FROM disputes)
                    WHEN 'accepted' THEN (
                        SELECT COUNT(*) FROM loops WHERE \(Schema.isAccepted("loops")))
                    -- No count but the latest number given, which an event taken back keeps.
                    WHEN 'lastEvent'
                        THEN max(count, (SELECT COALESCE(MAX(number), 0) FROM events))
                    ELSE (SELECT COUNT(*) FROM loops WHERE status = tallies.name) END AS actual
                FROM tallies
                UNION ALL
                SELECT model_version, count, (
                    SELECT COUNT(*) FROM predictions
                    WHERE predictions.model_version = prediction_tallies.model_version)
                FROM prediction_tallies
                """)
        return counted.compactMap { row in
            let (count, actual): (Int, Int) = (row["count"], row["actual"])
            guard count != actual else { return nil }
            return "the count of \(row["name"] as String) says \(count), there are \(actual)"
        }
    }
}
