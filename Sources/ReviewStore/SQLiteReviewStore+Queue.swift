import GRDB
package import HumanReview

extension SQLiteReviewStore {
    package func upcoming(for worker: Worker, limit: Int) throws -> [HumanLoop] {
        try read { db in
            let walk = QueueWalk(worker: worker, now: clock.now)
            // A loop that wants several answers may be found once for each.
            let found = try walk.tasks(limit: max(0, limit), excluding: [], in: db)
            var loops: [Int64] = []
            for loop in found.map(\.loopID) where !loops.contains(loop) { loops.append(loop) }
            return try loops.map { try LoopRecord.find($0, in: db).loop(in: workspace) }
        }
    }

    package func history(of worker: Worker, limit: Int) throws -> [String] {
        try read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT loops.name FROM participation
                    JOIN loops ON loops.id = participation.loop_id
                    WHERE participation.worker = ? ORDER BY participation.turn DESC LIMIT ?
                    """, arguments: [worker.name, max(0, limit)])
        }
    }

    package func summary(for worker: Worker) throws -> QueueSummary {
        try read { db in
            let tallies = try Tallies(db)
            let held = try heldByOthers(than: worker, in: db)
            let refused = try refusedLoops(of: worker, in: db)
            return QueueSummary(
                waiting: max(0, tallies[.inProgress] - held - refused), heldByOthers: held,
                completed: tallies[.completed], total: tallies.loops)
        }
    }

    /// Loops in progress that others hold so that no task is left for this worker: counted along the
    /// index of held tasks, which is as long as the team is large.
    func heldByOthers(than worker: Worker, in db: Database) throws -> Int {
        let now = clock.now
        let held = try TaskRecord.fetchAll(
            db, sql: TaskRecord.selection + "WHERE token IS NOT NULL AND is_open")
        let others = Set(
            held.filter { $0.lease?.holder != worker && $0.lease?.isLive(at: now) == true }
                .map(\.loopID))
        return try others.count { loop in
            try TaskRecord.all(ofLoop: loop, in: db).allSatisfy { task in
                !task.isOpen
                    || (task.lease?.isLive(at: now) == true && task.lease?.holder != worker)
            } && !(try hasRefused(loop, worker, in: db))
        }
    }

    private func refusedLoops(of worker: Worker, in db: Database) throws -> Int {
        try Int.fetchOne(
            db,
            sql: """
                SELECT COUNT(*) FROM participation
                WHERE worker = ? AND standing IN ('decline', 'answer') AND is_open
                """, arguments: [worker.name]) ?? 0
    }

    private func hasRefused(_ loop: Int64, _ worker: Worker, in db: Database) throws -> Bool {
        try String.fetchOne(
            db, sql: "SELECT standing FROM participation WHERE worker = ? AND loop_id = ?",
            arguments: [worker.name, loop]
        ).map { $0 == "decline" || $0 == "answer" } ?? false
    }
}
