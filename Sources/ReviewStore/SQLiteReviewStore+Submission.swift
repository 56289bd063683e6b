import Foundation
import GRDB
package import HumanReview

extension SQLiteReviewStore {
    package func submit(_ answer: Answer, under lease: Lease) throws -> HumanLoop {
        let eventsOffset = try EventLog(path: workspace.eventsPath).end()
        let record = try commit(answer, under: lease, eventsOffset: eventsOffset)
        try finishPendingOutput(of: record.id)
        try? finishPendingOutputs()
        return record.loop(in: workspace)
    }

    private func commit(
        _ answer: Answer, under lease: Lease, eventsOffset: Int
    ) throws -> LoopRecord {
        var reserved: String?
        do {
            return try write(durably: true) { db in
                if let record = try alreadySubmitted(answer, under: lease, in: db) { return record }
                try WorkerPermissions(db: db).require(.review, of: lease.worker)
                let task = try heldTask(under: lease, in: db)
                try store(answer, of: task, under: lease, in: db)
                guard try isAnswered(task.loopID, in: db) else {
                    return try LoopRecord.find(task.loopID, in: db)
                }
                // A loop that was stopped meanwhile ends as stopped, with what was answered.
                let isStopping = try LoopRecord.find(task.loopID, in: db).status == .stopping
                try end(
                    loop: task.loopID, as: isStopping ? .stopped : .completed,
                    at: answer.submissionTime, eventsOffset: eventsOffset, in: db)
                if !isStopping {
                    try Disputes(loopID: task.loopID, db: db).consolidate(at: answer.submissionTime)
                }
                let record = try LoopRecord.find(task.loopID, in: db)
                reserved = try reserveOutput(of: record, in: db)
                return record
            }
        } catch {
            // The commit itself may be what finds the disk full.
            if let reserved { AtomicFile.discardReserve(for: reserved) }
            throw error
        }
    }

    private func isAnswered(_ loop: Int64, in db: Database) throws -> Bool {
        try Int.fetchOne(
            db, cached: "SELECT COUNT(*) FROM tasks WHERE loop_id = ? AND is_open",
            arguments: [loop])
            == 0
    }

    /// Changes a loop's status to its last one, and notes that files are to be written for it.
    func end(
        loop: Int64, as status: HumanLoop.Status, at time: Timestamp, eventsOffset: Int,
        in db: Database
    ) throws {
        try db.execute(
            cached: """
                UPDATE loops SET status = :status,
                    completion_time = CASE :status WHEN 'Completed' THEN :time END
                WHERE id = :loop
                """,
            arguments: ["status": status.rawValue, "time": time.milliseconds, "loop": loop])
        try announce(loop: loop, status, at: time, eventsOffset: eventsOffset, in: db)
    }

    /// Records the event of a loop's last status, to be written to the event file.
    func announce(
        loop: Int64, _ status: HumanLoop.Status, at time: Timestamp, eventsOffset: Int,
        in db: Database
    ) throws {
        let number = try EventRecord.insert(loop: loop, status, at: time, in: db)
        try db.execute(
            cached: "INSERT INTO pending_outputs VALUES (?, ?)",
            arguments: [number, eventsOffset])
    }

    private func store(
        _ answer: Answer, of task: TaskRecord, under lease: Lease, in db: Database
    ) throws {
        try AnswerRecord.insert(
            answer, task: task.id, loop: task.loopID, token: lease.token, in: db)
        try db.execute(
            cached: """
                UPDATE tasks SET is_open = 0, token = NULL, lease_end = NULL, revision = revision + 1
                WHERE id = ?
                """, arguments: [task.id])
        try setStanding("answer", of: lease.worker, inLoop: task.loopID, in: db)
    }

    /// The loop, when this very submission was stored before and only its files were late.
    private func alreadySubmitted(
        _ answer: Answer, under lease: Lease, in db: Database
    ) throws -> LoopRecord? {
        guard let stored = try AnswerRecord.find(token: lease.token, task: lease.taskID, in: db),
            stored.answer == answer
        else { return nil }
        return try LoopRecord.find(stored.loopID, in: db)
    }
}
