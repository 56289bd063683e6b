package import Annotations
import GRDB
package import HumanReview

extension SQLiteReviewStore {
    /// The longest note a loop is sent back with, in characters.
    package static let longestNote = 1000

    package func disputes(after name: String?, limit: Int) throws -> [DisputedLoop] {
        try read { db in
            let start = try name.flatMap { name in
                try Row.fetchOne(
                    db,
                    cached: """
                        SELECT time, loop_id FROM disputes
                        WHERE loop_id = (SELECT id FROM loops WHERE name = ?)
                        """, arguments: [name])
            }
            return try Row.fetchAll(
                db, cached: Self.disputes,
                arguments: [
                    start.map { $0["time"] as Int64 } ?? .min,
                    start.map { $0["loop_id"] as Int64 } ?? 0, max(0, limit),
                ]
            ).map { row in
                DisputedLoop(
                    loop: try LoopRecord.find(row["loop_id"], in: db).loop(in: workspace),
                    differences: row["differences"], time: Timestamp(milliseconds: row["time"]))
            }
        }
    }

    static let disputes = """
        SELECT loop_id, differences, time FROM disputes
        WHERE (time, loop_id) > (?, ?) ORDER BY time, loop_id LIMIT ?
        """

    package func disputeCount() throws -> Int {
        try read { db in
            try Int.fetchOne(db, cached: "SELECT count FROM tallies WHERE name = 'disputes'") ?? 0
        }
    }

    package func loopHistory(_ loopName: String, for worker: Worker) throws -> LoopHistory {
        try read { db in
            let record = try LoopRecord.named(loopName, in: db)
            let task = try StoredTask(loop: record, task: nil, in: db)
            let revisions = LoopRevisions(loopID: record.id, db: db)
            let review = BlindReview(loop: record, worker: worker, db: db)
            var all = try (1...max(1, try revisions.current)).map(revisions.revision)
            if try review.hidesOthers, let last = all.indices.last { all[last].answers = [] }
            return LoopHistory(
                loop: record.loop(in: workspace),
                proposals: task.input.proposals.map { LabeledBox(label: $0.label, box: $0.box) },
                labels: task.flow.labels, revisions: all)
        }
    }

    package func settle(
        _ loopName: String, as boxes: [LabeledBox], revision: Int, by lead: Worker,
        at time: Timestamp
    ) throws {
        try write(durably: true) { db in
            try WorkerPermissions(db: db).require(.adjudicate, of: lead)
            let record = try LoopRecord.named(loopName, in: db)
            try record.requireCompleted("settled")
            guard try LoopRevisions(loopID: record.id, db: db).current == revision else {
                throw ReviewError.refused(
                    "loop \(loopName)",
                    reason: "it was corrected since you opened it; open it again")
            }
            try SettlementRecord.insert(
                Settlement(lead: lead, time: time, boxes: boxes), ofLoop: record.id,
                revision: revision, in: db)
            try Disputes(loopID: record.id, db: db).end()
        }
    }

    package func sendBack(
        _ loopName: String, note: String, to asked: Worker?, by lead: Worker, at time: Timestamp
    ) throws -> Int {
        try? finishPendingOutputs()
        return try write(durably: true) { db in
            try WorkerPermissions(db: db).require(.sendBack, of: lead)
            let record = try LoopRecord.named(loopName, in: db)
            try record.requireCompleted("sent back")
            try Self.check(note: note, of: loopName)
            if let asked { try require(asked, toAnswer: record, in: db) }
            let number = try LoopRevisions(loopID: record.id, db: db).append(
                CorrectionRequest(note: note, lead: lead, asked: asked, time: time), of: record)
            try reopen(record.id, for: asked, in: db)
            try Disputes(loopID: record.id, db: db).end()
            return number
        }
    }

    /// Makes the loop one in progress again, for who polls its status too.
    ///
    /// An answer that a lead has turned down is then neither exported nor trained on, and the event that
    /// tells of its end comes again when the correction is in. The output object of the revision before
    /// stays until then.
    private func reopen(_ loop: Int64, for asked: Worker?, in db: Database) throws {
        try db.execute(
            cached: """
                UPDATE loops SET status = 'InProgress', completion_time = NULL WHERE id = ?
                """, arguments: [loop])
        // Who has answered, declined or put off the loop may be given it again.
        try db.execute(
            cached: """
                UPDATE participation SET is_open = 1,
                    standing = CASE WHEN :asked IS NULL OR worker = :asked
                        THEN 'release' ELSE standing END
                WHERE loop_id = :loop
                """, arguments: ["asked": asked?.name, "loop": loop])
    }

    private func require(_ asked: Worker, toAnswer record: LoopRecord, in db: Database) throws {
        let roster = TeamRoster(db: db)
        if try roster.isListing { _ = try roster.requireListed(asked) }
        try FlowAccess(worker: asked, db: db).requireOpening(flow: record.flowID)
    }

    private static func check(note: String, of loop: String) throws {
        let isBlank = note.allSatisfy(\.isWhitespace)
        guard !isBlank, note.count <= longestNote else {
            throw ReviewError.refused(
                "loop \(loop)",
                reason: isBlank
                    ? "sent back without a note nobody would know why; say what is to be put right"
                    : "the note has \(note.count) characters; \(longestNote) at most")
        }
    }
}

extension LoopRecord {
    /// Refuses what is done to completed loops only.
    fileprivate func requireCompleted(_ verb: String) throws {
        guard status == .completed else {
            throw ReviewError.refused(
                "loop \(name)",
                reason: "it is \(status.rawValue); only a completed loop is \(verb)")
        }
    }
}
