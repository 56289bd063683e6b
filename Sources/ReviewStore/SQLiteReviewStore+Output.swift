import GRDB
import HumanReview
import OrderedJSON

extension SQLiteReviewStore {
    /// Writes the output objects and events of loops that have ended and whose files are not yet known
    /// to be on disk, because this process has just ended them or another died before it could.
    ///
    /// - Throws: ``ReviewError``; what is left is finished by a later call.
    func finishPendingOutputs() throws {
        let pending = try read { db in
            try PendingOutput.fetchAll(
                db, cached: PendingOutput.selection + "ORDER BY event_number")
        }
        for output in pending { try finish(output) }
    }

    /// Writes the files of one loop, if it has ended.
    func finishPendingOutput(of loop: Int64) throws {
        let pending = try read { db in
            try PendingOutput.fetchAll(
                db, cached: PendingOutput.selection + "WHERE events.loop_id = ?", arguments: [loop])
        }
        for output in pending { try finish(output) }
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

    private func finish(_ pending: PendingOutput) throws {
        let log = EventLog(path: workspace.eventsPath)
        try log.locked { file in
            // Another process may have finished it while this one waited for the lock.
            guard let contents = try contents(of: pending) else { return }
            if let output = contents.output { try write(output, of: contents.event.loop) }
            try log.append(
                JSONWriter().write(contents.event.json), mark: contents.event.id,
                after: pending.eventsOffset, to: file)
            try write { db in
                try db.execute(
                    cached: "DELETE FROM pending_outputs WHERE event_number = ?",
                    arguments: [pending.number])
            }
        }
    }

    private func contents(
        of pending: PendingOutput
    ) throws -> (event: StatusChangeEvent, output: HumanLoopOutput?)? {
        try read { db in
            let current = try PendingOutput.fetchOne(
                db, cached: PendingOutput.selection + "WHERE event_number = ?",
                arguments: [pending.number])
            guard current != nil else { return nil }
            let record = try LoopRecord.find(pending.loopID, in: db)
            var loop = record.loop(in: workspace)
            // The loop may have been sent back meanwhile.
            loop.status = pending.status
            let event = StatusChangeEvent(id: pending.id, time: pending.time, loop: loop)
            return (event, try output(of: record, in: db))
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

    private func write(_ output: HumanLoopOutput, of loop: HumanLoop) throws {
        let path = workspace.outputPath(
            of: loop.name, flow: loop.flowDefinitionName, createdAt: loop.creationTime)
        try DurableDirectory.make(parentOf: path, inside: workspace.outputPath)
        try AtomicFile.write(Self.bytes(of: output), to: path)
    }

    private static func bytes(of output: HumanLoopOutput) -> [UInt8] {
        Array(JSONWriter().write(output.json).utf8)
    }
}
