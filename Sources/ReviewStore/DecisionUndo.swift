import Foundation
import GRDB
import HumanReview

/// Takes a decision of the accept screen back inside one transaction.
struct DecisionUndo {
    let number: Int64
    let worker: Worker
    let time: Timestamp
    let eventsOffset: Int
    let db: Database

    /// Checks that nothing depends on the decision and takes it back.
    func run() throws -> SheetUndo {
        try requirePermission()
        try requireIndependence()
        let boxes = DecisionBoxes(number: number, db: db)
        let completed = try boxes.completedForGood()
        // From here on the store lets the answers go.
        try db.execute(
            cached: "UPDATE bulk_accepts SET undone_time = ?, undone_worker = ? WHERE id = ?",
            arguments: [time.milliseconds, worker.name, number])
        let accepted = try loops("SELECT id FROM loops WHERE bulk_accept_id = ?")
        let picked = try loops("SELECT loop_id FROM picked_loops WHERE bulk_accept_id = ?")
        let untouched = try picked.filter { try LoopRemoval.isUntouched($0, in: db) }
        // Before their images come back, with the boxes about which nothing is decided.
        try boxes.undo(except: completed, puttingBack: untouched)
        for loop in accepted { try withdraw(loop) }
        for loop in untouched { try putBack(loop) }
        return SheetUndo(
            accepted: accepted.count, reviewed: untouched.count,
            kept: picked.count - untouched.count + completed.count,
            boxes: try boxes.putBack())
    }

    private func requirePermission() throws {
        let permissions = WorkerPermissions(db: db)
        try permissions.require(.accept, of: worker)
        let row = try Row.fetchOne(
            db, cached: "SELECT worker, undone_time FROM bulk_accepts WHERE id = ?",
            arguments: [number])
        guard let row, row["undone_time"] == nil else {
            throw ReviewError.decisionStands(reason: "that was taken back already")
        }
        // Another's work is a lead's to take back.
        if row["worker"] != worker.name { try permissions.require(.manageLoops, of: worker) }
    }

    private func requireIndependence() throws {
        let row = try Row.fetchOne(
            db,
            cached: """
                SELECT name, export_time, status,
                    EXISTS (
                        SELECT 1 FROM events JOIN pending_outputs ON event_number = events.number
                        WHERE loop_id = loops.id) AS is_pending
                FROM loops WHERE bulk_accept_id = ? AND (is_pending OR \(Self.isUsed))
                LIMIT 1
                """, arguments: [number])
        if let row { throw ReviewError.decisionStands(reason: Self.reason(row)) }
    }

    private static func reason(_ row: Row) -> String {
        let name: String = row["name"]
        if row["is_pending"] {
            return "the output of loop \(name) is still to be written; try again"
        }
        guard row["status"] == HumanLoop.Status.completed.rawValue else {
            return "loop \(name) was sent back since; what is answered there holds"
        }
        let isExported = row["export_time"] as Int64? != nil
        return "loop \(name) was \(isExported ? "exported" : "changed") since; "
            + "B on it in the list of loops, or 'loopbox loops send-back', has it corrected"
    }

    private func loops(_ sql: String) throws -> [Int64] {
        try Int64.fetchAll(db, cached: sql + " ORDER BY 1", arguments: [number])
    }

    private func withdraw(_ loop: Int64) throws {
        let record = try LoopRecord.find(loop, in: db)
        try db.execute(
            cached: """
                INSERT INTO withdrawals (event_id, loop_name, flow_name, loop_creation_time,
                    image_id, bulk_accept_id, worker, time, events_offset)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                UUID().uuidString.lowercased(), record.name, record.flowName,
                record.creationTime.milliseconds, record.image.id, number, worker.name,
                time.milliseconds, eventsOffset,
            ])
        for statement in Self.answerDeletions {
            try db.execute(cached: statement, arguments: [loop])
        }
        try putBack(loop)
    }

    /// The loop goes, and its image is confident again.
    private func putBack(_ loop: Int64) throws {
        let record = try LoopRecord.find(loop, in: db)
        try LoopRemoval.remove(loop, in: db)
        guard let prediction = record.predictionID else { return }
        try ConfidentRecord.insert(image: record.image.id, prediction: prediction, in: db)
    }

    /// Whether a loop that was accepted in bulk stands for good, because something was made of it.
    static let isUsed = """
        (export_time IS NOT NULL OR status <> 'Completed'
            OR (SELECT COUNT(*) FROM answers WHERE loop_id = loops.id) <> 1
            OR EXISTS (SELECT 1 FROM revisions WHERE loop_id = loops.id)
            OR EXISTS (SELECT 1 FROM settlements WHERE loop_id = loops.id))
        """

    private static let answerDeletions = [
        "DELETE FROM answer_boxes WHERE answer_id IN (SELECT id FROM answers WHERE loop_id = ?)",
        "DELETE FROM answers WHERE loop_id = ?",
        "DELETE FROM events WHERE loop_id = ?",
    ]
}
