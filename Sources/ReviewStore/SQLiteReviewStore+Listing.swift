import GRDB
package import HumanReview

extension SQLiteReviewStore {
    /// A page of the loops, oldest first.
    ///
    /// - Parameters:
    ///   - status: only loops of this status, or nil for all.
    ///   - name: the last loop of the page before, or nil for the first page.
    ///   - limit: the length of a page; the time it takes does not depend on how many loops there are.
    /// - Returns: at most `limit` loops.
    /// - Throws: ``ReviewError``.
    package func loops(
        status: HumanLoop.Status? = nil, after name: String? = nil, limit: Int
    ) throws -> [HumanLoop] {
        try read { db in
            let start = try name.map { try LoopRecord.named($0, in: db).id } ?? 0
            let records = try LoopRecord.fetchAll(
                db, cached: Self.page(ofStatus: status != nil),
                arguments: status.map { [start, $0.rawValue, max(0, limit)] }
                    ?? [start, max(0, limit)])
            return records.map { $0.loop(in: workspace) }
        }
    }

    static func page(ofStatus: Bool) -> String {
        LoopRecord.selection + "WHERE loops.id > ? " + (ofStatus ? "AND loops.status = ? " : "")
            + "ORDER BY loops.id LIMIT ?"
    }

    /// A loop with the answers of its latest revision and its history.
    ///
    /// - Parameters:
    ///   - name: the loop's.
    ///   - worker: who is to see it: what others do is left out while several people answer the loop and
    ///     this one has not; nil for everything.
    /// - Returns: what is stored about the loop.
    /// - Throws: ``ReviewError/unknownLoop(_:)`` when there is none of this name.
    package func details(ofLoop name: String, for worker: Worker? = nil) throws -> LoopDetails {
        try read { db in
            let record = try LoopRecord.named(name, in: db)
            let tasks = try TaskRecord.all(ofLoop: record.id, in: db)
            let census = try LeaseCensus(at: clock.now, in: db)
            let isHidden = try worker.map {
                try BlindReview(loop: record, worker: $0, db: db).hidesOthers
            }
            let output = isHidden == true ? nil : try output(of: record, in: db)
            return LoopDetails(
                loop: record.loop(in: workspace), answers: output?.answers ?? [],
                journal: try tasks.flatMap { try Journal(taskID: $0.id).entries(in: db) }
                    .filter { isHidden != true || $0.worker == worker },
                holders: tasks.compactMap(\.lease).filter(census.isLive).map(\.holder),
                inputContent: try StoredTask(loop: record, task: nil, in: db).input,
                output: output)
        }
    }

    /// How the workspace stands at a time.
    package func status(at time: Timestamp) throws -> WorkspaceStatus {
        try read { db in
            let tallies = try Tallies(db)
            let census = try LeaseCensus(at: clock.now, in: db)
            let held = try Int.fetchOne(
                db,
                cached: """
                    SELECT COUNT(*) FROM tasks
                    WHERE lease_end IS NOT NULL AND \(LeaseCensus.isLive("tasks"))
                    """, arguments: census.arguments)
            return WorkspaceStatus(
                images: tallies.images, confident: tallies.confident, problems: tallies.problems,
                loops: Dictionary(
                    uniqueKeysWithValues: HumanLoop.Status.allCases.map { ($0, tallies[$0]) }),
                held: held ?? 0,
                completedInLastHour: try completed(since: time, minutes: 60, in: db),
                completedInLastDay: try completed(since: time, minutes: 24 * 60, in: db))
        }
    }

    private func completed(since time: Timestamp, minutes: Int64, in db: Database) throws -> Int {
        try Int.fetchOne(
            db,
            cached: "SELECT COUNT(*) FROM loops WHERE completion_time > ? AND completion_time <= ?",
            arguments: [time.milliseconds &- minutes * 60_000, time.milliseconds]) ?? 0
    }

    /// Inputs that could not be used, latest first.
    package func problems(limit: Int) throws -> [InputProblem] {
        try read { db in
            try Row.fetchAll(
                db, cached: "SELECT path, reason, time FROM problems ORDER BY id DESC LIMIT ?",
                arguments: [max(0, limit)]
            ).map {
                InputProblem(
                    path: $0["path"], reason: $0["reason"],
                    time: Timestamp(milliseconds: $0["time"]))
            }
        }
    }
}
