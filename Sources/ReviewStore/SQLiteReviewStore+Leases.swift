import Foundation
import GRDB
package import HumanReview

extension SQLiteReviewStore {
    package func renew(_ lease: Lease) throws {
        // A heartbeat is the later call that completes what a full disk left undone.
        try? finishPendingOutputs()
        try write { db in
            _ = try heldTask(under: lease, in: db)
            let now = clock.now
            try db.execute(
                cached: "UPDATE tasks SET lease_boot = ?, lease_end = ? WHERE id = ?",
                arguments: [now.boot, leaseEnd(from: now), lease.taskID])
        }
    }

    package func end(_ lease: Lease, _ ending: LeaseEnding) throws {
        try write { db in
            let task = try heldTask(under: lease, in: db)
            try db.execute(
                cached: "UPDATE tasks SET token = NULL, lease_end = NULL WHERE id = ?",
                arguments: [task.id])
            try setStanding(ending.rawValue, of: lease.worker, inLoop: task.loopID, in: db)
            // Nobody comes back to a task of a loop that was stopped; the next look around ends it.
            if try LoopRecord.find(task.loopID, in: db).status == .stopping {
                try db.execute(
                    cached: "UPDATE tasks SET is_open = 0 WHERE id = ?", arguments: [task.id])
            }
        }
    }

    /// Gives a task to a worker, whoever had it.
    func grant(_ task: Int64, ofLoop loop: String, to worker: Worker, in db: Database) throws
        -> Lease
    {
        let now = clock.now
        let token = UUID().uuidString.lowercased()
        let revision = try Int.fetchOne(
            db,
            cached: """
                UPDATE tasks SET token = ?, holder = ?, holder_process = ?, lease_boot = ?,
                    lease_end = ?, revision = revision + 1
                WHERE id = ? RETURNING revision
                """,
            arguments: [token, worker.name, process.text, now.boot, leaseEnd(from: now), task])
        return Lease(
            loopName: loop, taskID: task, worker: worker, token: token, revision: revision ?? 0)
    }

    /// The open task a lease is for.
    ///
    /// A lease that ran out still counts while nobody has taken the task.
    ///
    /// - Throws: ``ReviewError`` when the task is another's now, or done.
    func heldTask(under lease: Lease, in db: Database) throws -> TaskRecord {
        guard let task = try TaskRecord.find(lease.taskID, in: db) else {
            throw ReviewError.unknownLoop(lease.loopName)
        }
        guard task.isOpen else { throw try whyClosed(task, in: db) }
        guard task.token == lease.token, task.revision == lease.revision else {
            let census = try LeaseCensus(at: clock.now, in: db)
            let live = task.lease.flatMap { census.isLive($0) ? $0.holder : nil }
            throw ReviewError.leaseLost(loop: lease.loopName, holder: live)
        }
        return task
    }

    /// Records what became of a loop between it and a worker.
    ///
    /// Looking at a loop again and leaving it takes back neither its postponing nor its declining.
    func setStanding(
        _ standing: String, of worker: Worker, inLoop loop: Int64, in db: Database
    ) throws {
        try db.execute(
            cached: """
                INSERT INTO participation (worker, loop_id, standing, turn)
                VALUES (:worker, :loop, :standing,
                    (SELECT COALESCE(MAX(turn), 0) + 1 FROM participation WHERE worker = :worker))
                ON CONFLICT (worker, loop_id)
                DO UPDATE SET turn = excluded.turn, standing = CASE
                    WHEN excluded.standing = 'release'
                        AND participation.standing IN ('postpone', 'decline')
                    THEN participation.standing ELSE excluded.standing END
                """, arguments: ["worker": worker.name, "loop": loop, "standing": standing])
    }

    /// Whether a worker never wants to be given a loop again.
    func hasDeclined(_ worker: Worker, loop: Int64, in db: Database) throws -> Bool {
        try String.fetchOne(
            db, cached: "SELECT standing FROM participation WHERE worker = ? AND loop_id = ?",
            arguments: [worker.name, loop]) == LeaseEnding.decline.rawValue
    }

    /// The end of a lease that is given or renewed now.
    func leaseEnd(from now: LeaseClock.Instant) -> Int64 {
        now.nanoseconds.addingReportingOverflow(leaseNanoseconds).partialValue
    }

    private func whyClosed(_ task: TaskRecord, in db: Database) throws -> ReviewError {
        let loop = try LoopRecord.find(task.loopID, in: db)
        guard loop.status != .inProgress else { return .stale(loop: loop.name) }
        return .ended(loop: loop.name, status: loop.status)
    }
}
