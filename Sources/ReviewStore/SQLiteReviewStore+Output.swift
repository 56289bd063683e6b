import GRDB
import HumanReview
import OrderedJSON

extension SQLiteReviewStore {
    /// How many loops' files are written together.
    static let outputsAtOnce = 250

    /// Writes the output objects and events of loops that have ended and whose files are not yet known
    /// to be on disk, because this process has just ended them or another died before it could; and
    /// removes those of loops that were taken back.
    ///
    /// - Throws: ``ReviewError``; what is left is finished by a later call.
    func finishPendingOutputs() throws {
        let pending = try read { db in
            try PendingOutput.fetchAll(
                db, cached: PendingOutput.selection + "ORDER BY event_number")
        }
        for start in stride(from: 0, to: pending.count, by: Self.outputsAtOnce) {
            try finish(Array(pending[start...].prefix(Self.outputsAtOnce)))
        }
        try finishWithdrawals()
    }

    /// Writes the files of one loop, if it has ended.
    func finishPendingOutput(of loop: Int64) throws {
        try finish(
            try read { db in
                try PendingOutput.fetchAll(
                    db, cached: PendingOutput.selection + "WHERE events.loop_id = ?",
                    arguments: [loop])
            })
    }

    /// Takes the room a loop's output object will need, so that a full disk shows before the answer is
    /// stored and not after.
    ///
    /// - Returns: the object's path, or nil when there will be none.
    func reserveOutput(of record: LoopRecord, in db: Database) throws -> String? {
        guard let output = try output(of: record, in: db) else { return nil }
        let path = workspace.outputPath(
            of: record.name, flow: record.flowName, createdAt: record.creationTime)
        try DurableDirectory.make(parentOf: path, inside: workspace.outputPath, flushed: false)
        try AtomicFile.reserve(Self.bytes(of: output), for: path)
        return path
    }

    private func finish(_ pending: [PendingOutput]) throws {
        guard let start = pending.map(\.eventsOffset).min() else { return }
        let log = EventLog(path: workspace.eventsPath)
        try log.locked { file in
            let ended = try endedLoops(pending)
            try write(ended.compactMap(\.file))
            try log.append(ended.map(\.line), after: start, to: file)
            try write { db in
                for loop in ended {
                    try db.execute(
                        cached: "DELETE FROM pending_outputs WHERE event_number = ?",
                        arguments: [loop.number])
                }
            }
        }
    }

    /// What is to be on disk about a loop that has ended.
    private struct EndedLoop {
        var number: Int64
        var line: EventLog.Line
        /// Nil when nobody has answered.
        var file: (path: String, bytes: [UInt8]?)?
    }

    /// The contents of the files, without those that another process has finished while this one waited
    /// for the lock.
    private func endedLoops(_ pending: [PendingOutput]) throws -> [EndedLoop] {
        try read { db in
            try pending.compactMap { pending in
                let current = try PendingOutput.fetchOne(
                    db, cached: PendingOutput.selection + "WHERE event_number = ?",
                    arguments: [pending.number])
                return try current.map { try endedLoop($0, in: db) }
            }
        }
    }

    private func endedLoop(_ pending: PendingOutput, in db: Database) throws -> EndedLoop {
        let record = try LoopRecord.find(pending.loopID, in: db)
        var loop = record.loop(in: workspace)
        // The loop may have been sent back meanwhile.
        loop.status = pending.status
        let event = StatusChangeEvent(id: pending.id, time: pending.time, loop: loop)
        let path = workspace.outputPath(
            of: record.name, flow: record.flowName, createdAt: record.creationTime)
        return EndedLoop(
            number: pending.number,
            line: EventLog.Line(text: JSONWriter().write(event.json), mark: event.id),
            file: try output(of: record, in: db).map { (path, Self.bytes(of: $0)) })
    }

    private func write(_ files: [(path: String, bytes: [UInt8]?)]) throws {
        // For one file its own flush is sooner done than the whole file system's.
        guard files.count <= 1 else {
            return try AtomicFile.write(files, inside: workspace.outputPath)
        }
        for case (let path, let bytes?) in files {
            try DurableDirectory.make(parentOf: path, inside: workspace.outputPath)
            try AtomicFile.write(bytes, to: path)
        }
    }

    /// A loop's output object, with the answers of its latest revision that has any; nil when nobody has
    /// answered it.
    func output(of record: LoopRecord, in db: Database) throws -> HumanLoopOutput? {
        let revisions = LoopRevisions(loopID: record.id, db: db)
        guard let revision = try revisions.latestAnswered else { return nil }
        let stored = try StoredTask(loop: record, task: nil, in: db)
        let input = stored.input
        // A template that renders no more must not hold back an answer.
        let rendered = try? renderer.render(stored.flow, input: input)
        return HumanLoopOutput(
            flowDefinitionName: record.flowName, humanLoopName: record.name,
            answers: revision.answers, inputContent: input,
            answerName: rendered?.name ?? "annotatedResult", settlement: revision.settlements.last)
    }

    private static func bytes(of output: HumanLoopOutput) -> [UInt8] {
        Array(JSONWriter().write(output.json).utf8)
    }
}
