import GRDB
import HumanReview

/// Does one action to one loop, inside a transaction.
struct LoopChange {
    let action: LoopAction
    let time: Timestamp
    let eventsOffset: Int
    let store: SQLiteReviewStore
    let census: LeaseCensus
    let db: Database

    /// How a loop was and is.
    struct Made {
        var statusBefore: HumanLoop.Status
        var statusAfter: HumanLoop.Status
        var assigneeBefore: String?
        var assigneeAfter: String?
        var wasHeld: Bool
    }

    /// Whether the action makes sense for a loop as it is; nothing is changed.
    ///
    /// - Returns: whether somebody holds it, or nil when the action does not apply.
    func applies(to id: Int64) throws -> Bool? {
        guard let state = try state(of: id) else { return nil }
        return try applies(to: id, state) ? state.isHeld : nil
    }

    /// Changes a loop.
    ///
    /// - Returns: what was changed, or nil when the action does not apply to the loop as it is.
    func make(to id: Int64) throws -> Made? {
        guard let state = try state(of: id), try applies(to: id, state) else { return nil }
        var made = Made(
            statusBefore: state.status, statusAfter: state.status,
            assigneeBefore: state.assignee, assigneeAfter: state.assignee,
            wasHeld: state.isHeld)
        switch action {
        case .stop: made.statusAfter = try stop(id, isHeld: state.isHeld)
        case .release: made.statusAfter = try release(id, state.status)
        case .reassign(let worker):
            try reassign(id, to: worker)
            made.assigneeAfter = worker?.name
        case .reopen:
            try reopen(id)
            made.statusAfter = .inProgress
        }
        return made
    }

    private struct State {
        var status: HumanLoop.Status
        var assignee: String?
        var isHeld: Bool
    }

    private func state(of id: Int64) throws -> State? {
        let row = try Row.fetchOne(
            db,
            cached: """
                SELECT status, (SELECT asked FROM tasks WHERE loop_id = loops.id AND is_open
                    ORDER BY id LIMIT 1) AS asked
                FROM loops WHERE id = ?
                """, arguments: [id])
        guard let row, let status = HumanLoop.Status(rawValue: row["status"]) else { return nil }
        return State(
            status: status, assignee: row["asked"],
            isHeld: try StoppingLoops(db: db, census: census).isHeld(id))
    }

    private func applies(to id: Int64, _ state: State) throws -> Bool {
        switch action {
        case .stop: state.status == .inProgress
        case .release: state.isHeld
        case .reassign(let worker):
            state.status == .inProgress && state.assignee != worker?.name
        case .reopen: try LoopReopening(db: db, store: store).isPossible(id, state.status)
        }
    }

    private func stop(_ id: Int64, isHeld: Bool) throws -> HumanLoop.Status {
        try StoppingLoops(db: db, census: census).closeFreeTasks(ofLoop: id)
        guard isHeld else {
            try store.end(loop: id, as: .stopped, at: time, eventsOffset: eventsOffset, in: db)
            return .stopped
        }
        try db.execute(
            cached: "UPDATE loops SET status = 'Stopping' WHERE id = ?", arguments: [id])
        return .stopping
    }

    /// A new revision without a token: whoever held the task is told at the next key.
    private func release(_ id: Int64, _ status: HumanLoop.Status) throws -> HumanLoop.Status {
        for task in try TaskRecord.all(ofLoop: id, in: db) {
            guard task.isOpen, let lease = task.lease else { continue }
            try db.execute(
                cached: """
                    UPDATE tasks SET token = NULL, lease_end = NULL, revision = revision + 1
                    WHERE id = ?
                    """, arguments: [task.id])
            try store.setStanding(
                LeaseEnding.release.rawValue, of: lease.holder, inLoop: id, in: db)
        }
        guard status == .stopping else { return status }
        return try stop(id, isHeld: false)
    }

    private func reassign(_ id: Int64, to worker: Worker?) throws {
        // Whoever else has it is told that it is no longer theirs.
        for task in try TaskRecord.all(ofLoop: id, in: db) where task.isOpen {
            let isTaken = worker != nil && task.lease != nil && task.lease?.holder != worker
            try db.execute(
                cached: "UPDATE tasks SET asked = ? WHERE id = ?",
                arguments: [worker?.name, task.id])
            guard isTaken else { continue }
            try db.execute(
                cached: """
                    UPDATE tasks SET token = NULL, lease_end = NULL, revision = revision + 1
                    WHERE id = ?
                    """, arguments: [task.id])
        }
    }

    private func reopen(_ id: Int64) throws {
        try LoopReopening(db: db, store: store).reopen(id)
    }
}
