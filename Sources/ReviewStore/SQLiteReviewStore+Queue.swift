import GRDB
package import HumanReview

extension SQLiteReviewStore {
    package func upcoming(for worker: Worker, limit: Int) throws -> [HumanLoop] {
        try read { db in
            let walk = QueueWalk(worker: worker)
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
                cached: """
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
            let refused =
                try refusedLoops(of: worker, in: db) + askedOfOthers(than: worker, in: db)
            let isGivenAny = (try? FlowAccess(worker: worker, db: db).requireSomeFlow()) != nil
            return QueueSummary(
                waiting: isGivenAny ? max(0, tallies[.inProgress] - held - refused) : 0,
                heldByOthers: held,
                completed: tallies[.completed], total: tallies.loops,
                accepted: tallies.accepted, answered: try answers(of: worker, in: db))
        }
    }

    /// Answers a worker has given one at a time, of which days are kept.
    private func answers(of worker: Worker, in db: Database) throws -> Int {
        try Int.fetchOne(
            db, cached: "SELECT SUM(answers) FROM worker_days WHERE worker = ?",
            arguments: [worker.name]) ?? 0
    }

    /// Loops in progress of which others hold what is left for this worker: counted along the index of
    /// held tasks, which is as long as the team is large.
    func heldByOthers(than worker: Worker, in db: Database) throws -> Int {
        let census = try LeaseCensus(at: clock.now, in: db)
        return try Int.fetchOne(
            db, cached: Self.heldByOthers, arguments: census.arguments + ["worker": worker.name])
            ?? 0
    }

    static let heldByOthers = """
        SELECT COUNT(DISTINCT held.loop_id) FROM tasks AS held
        WHERE held.lease_end IS NOT NULL AND \(LeaseCensus.isLive("held")) AND held.holder <> :worker
            AND NOT EXISTS (
                SELECT 1 FROM tasks AS other
                WHERE other.loop_id = held.loop_id AND other.is_open
                    AND NOT (\(LeaseCensus.isLive("other")) AND other.holder <> :worker))
            AND NOT EXISTS (
                SELECT 1 FROM participation
                WHERE worker = :worker AND participation.loop_id = held.loop_id
                    AND standing IN ('decline', 'answer'))
        """

    /// Loops sent back to somebody else, apart from those counted as refused or held.
    private func askedOfOthers(than worker: Worker, in db: Database) throws -> Int {
        try Int.fetchOne(db, cached: Self.askedOfOthers, arguments: ["worker": worker.name]) ?? 0
    }

    static let askedOfOthers = """
        SELECT COUNT(*) FROM tasks
        WHERE is_open AND asked IS NOT NULL AND asked <> :worker AND lease_end IS NULL
            AND NOT EXISTS (
                SELECT 1 FROM participation
                WHERE worker = :worker AND participation.loop_id = tasks.loop_id
                    AND standing IN ('decline', 'answer'))
        """

    private func refusedLoops(of worker: Worker, in db: Database) throws -> Int {
        try Int.fetchOne(
            db,
            cached: """
                SELECT COUNT(*) FROM participation
                WHERE worker = ? AND standing IN ('decline', 'answer') AND is_open
                """, arguments: [worker.name]) ?? 0
    }
}
