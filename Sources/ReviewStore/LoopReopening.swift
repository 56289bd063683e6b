import GRDB
import HumanReview

/// Puts ended loops back into the queue, inside a transaction.
struct LoopReopening {
    let db: Database
    let store: SQLiteReviewStore

    /// Whether a loop has ended without all its answers and could be answered now.
    func isPossible(_ id: Int64, _ status: HumanLoop.Status) throws -> Bool {
        switch status {
        case .inProgress, .completed: false
        case .stopped, .stopping: try unansweredTasks(of: id) > 0
        case .failed: try renders(id)
        }
    }

    /// Opens the tasks that nobody answered; of a loop that failed before it had any, as many as its
    /// flow wants.
    func reopen(_ id: Int64) throws {
        if try Int.fetchOne(
            db, cached: "SELECT EXISTS (SELECT 1 FROM tasks WHERE loop_id = ?)", arguments: [id])
            == 0
        {
            try makeTasks(of: id)
        }
        try db.execute(
            cached: """
                UPDATE loops SET status = 'InProgress', completion_time = NULL, failure_code = NULL,
                    failure_reason = NULL
                WHERE id = ?
                """, arguments: [id])
        try openTasks(of: id)
        try db.execute(
            cached: "UPDATE participation SET is_open = 1 WHERE loop_id = ?", arguments: [id])
    }

    /// Opens the tasks of the current revision that lack an answer; drafts that were set aside for others
    /// stay so.
    private func openTasks(of id: Int64) throws {
        try db.execute(
            cached: """
                UPDATE tasks SET is_open = 1, token = NULL, lease_end = NULL, revision = revision + 1
                WHERE loop_id = ? AND loop_revision = ? AND NOT is_open AND NOT is_set_aside
                    AND NOT EXISTS (SELECT 1 FROM answers WHERE task_id = tasks.id)
                """, arguments: [id, try LoopRevisions(loopID: id, db: db).current])
    }

    private func unansweredTasks(of id: Int64) throws -> Int {
        try Int.fetchOne(
            db,
            cached: """
                SELECT COUNT(*) FROM tasks
                WHERE loop_id = ? AND loop_revision = ? AND NOT is_set_aside
                    AND NOT EXISTS (SELECT 1 FROM answers WHERE task_id = tasks.id)
                """, arguments: [id, try LoopRevisions(loopID: id, db: db).current]) ?? 0
    }

    private func renders(_ id: Int64) throws -> Bool {
        let stored = try StoredTask(loop: LoopRecord.find(id, in: db), task: nil, in: db)
        return (try? store.renderer.render(stored.flow, input: stored.input)) != nil
    }

    private func makeTasks(of id: Int64) throws {
        let record = try LoopRecord.find(id, in: db)
        let count = try FlowRecord.find(record.flowID, in: db)?.flow.taskCount ?? 1
        for _ in 0..<count {
            try db.execute(
                cached: "INSERT INTO tasks (loop_id, score, creation_time) VALUES (?, ?, ?)",
                arguments: [id, record.score ?? 0, record.creationTime.milliseconds])
        }
    }
}
