import GRDB
import HumanReview

/// Loops that were stopped while somebody held them: each ends with its last held task.
struct StoppingLoops {
    let db: Database
    let census: LeaseCensus

    /// The loops whose last held task has ended: left, run out, or lost with its process.
    func ended() throws -> [Int64] {
        try Int64.fetchAll(db, cached: Self.ended, arguments: census.arguments)
    }

    static let ended = """
        SELECT id FROM loops
        WHERE status = 'Stopping' AND NOT EXISTS (
            SELECT 1 FROM tasks
            WHERE loop_id = loops.id AND is_open AND \(LeaseCensus.isLive("tasks")))
        """

    /// Closes a loop's tasks that nobody holds; nobody can come back to them.
    func closeFreeTasks(ofLoop id: Int64) throws {
        try db.execute(
            cached: """
                UPDATE tasks
                SET is_open = 0, token = NULL, lease_end = NULL, revision = revision + 1
                WHERE loop_id = :loop AND is_open AND NOT \(LeaseCensus.isLive("tasks"))
                """, arguments: census.arguments + ["loop": id])
    }

    /// Whether somebody holds a task of a loop.
    func isHeld(_ id: Int64) throws -> Bool {
        try Int.fetchOne(
            db,
            cached: """
                SELECT EXISTS (
                    SELECT 1 FROM tasks
                    WHERE loop_id = :loop AND is_open AND \(LeaseCensus.isLive("tasks")))
                """, arguments: census.arguments + ["loop": id]) == 1
    }
}

extension SQLiteReviewStore {
    /// Ends the loops that were stopped and that nobody holds any more.
    func settleStoppingLoops(at time: Timestamp) throws {
        // Nearly always there is none, and to find that out must not keep a writer waiting.
        let isAny = try read { db in
            guard try Tallies(db)[.stopping] > 0 else { return false }
            let census = try LeaseCensus(at: clock.now, in: db)
            return try !StoppingLoops(db: db, census: census).ended().isEmpty
        }
        guard isAny else { return }
        let eventsOffset = try EventLog(path: workspace.eventsPath).end()
        try write(durably: true) { db in
            let loops = StoppingLoops(db: db, census: try LeaseCensus(at: clock.now, in: db))
            for loop in try loops.ended() {
                try loops.closeFreeTasks(ofLoop: loop)
                try end(loop: loop, as: .stopped, at: time, eventsOffset: eventsOffset, in: db)
            }
        }
        try finishPendingOutputs()
    }
}
