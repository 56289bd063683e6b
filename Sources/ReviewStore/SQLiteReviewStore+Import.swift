import GRDB
import HumanReview

extension SQLiteReviewStore {
    /// Takes answers that were given elsewhere: each completes a loop of its own with its output object
    /// and event, as an answer given here does.
    ///
    /// An image that waits for a reviewer, for the model or to be accepted waits no longer. What people
    /// have said or begun to say here is kept, and a contradicting answer is a problem. All of them are
    /// stored durably, or none; importing again what is there changes nothing.
    ///
    /// - Parameters:
    ///   - answers: about images whose files were read and measured.
    ///   - origin: what marks the loops as imported.
    /// - Returns: one outcome for each answer, in order.
    /// - Throws: ``ReviewError``, also when the worker may not accept in bulk.
    package func add(
        _ answers: [ImportedAnswer], from origin: ImportOrigin
    ) throws -> [ImportOutcome] {
        let eventsOffset = try EventLog(path: workspace.eventsPath).end()
        let outcomes = try write(durably: true) { db in
            try WorkerPermissions(db: db).require(.accept, of: origin.worker)
            let flow = try requireFlow(in: db)
            let intake = Intake(
                flow: flow, time: origin.time, eventsOffset: eventsOffset, store: self, db: db)
            let importing = AnswerImport(origin: origin, intake: intake)
            return try answers.map(importing.add)
        }
        try finishPendingOutputs()
        return outcomes
    }

    /// Whether an image of this path is in the workspace.
    package func hasImage(atPath path: String) throws -> Bool {
        try read { db in
            try Int.fetchOne(
                db, cached: "SELECT EXISTS (SELECT 1 FROM images WHERE path = ?)",
                arguments: [path]) == 1
        }
    }
}
