import GRDB
package import HumanReview
import OrderedJSON

extension SQLiteReviewStore {
    package func undoDecision(_ number: Int64, by worker: Worker, at time: Timestamp) throws
        -> SheetUndo
    {
        // An output that is still to be written would be written after it was taken back.
        try finishPendingOutputs()
        let eventsOffset = try EventLog(path: workspace.eventsPath).end()
        let undo = try write(durably: true) { db in
            let undoing = DecisionUndo(
                number: number, worker: worker, time: time, eventsOffset: eventsOffset, db: db)
            return try undoing.run()
        }
        try finishWithdrawals()
        return undo
    }

    package func undoSettlement(by lead: Worker, at time: Timestamp) throws
        -> UndoneSettlement?
    {
        let eventsOffset = try EventLog(path: workspace.eventsPath).end()
        let undone = try write(durably: true) { db in
            try SettlementUndo(lead: lead, time: time, eventsOffset: eventsOffset, db: db).run()
        }
        try finishSettlementWithdrawals()
        return undone
    }

    /// Notes that answers leave for a data set: their loops are not taken back from now on, nor are the
    /// settlements they have their boxes from.
    ///
    /// - Throws: ``ReviewError/unknownLoop(_:)`` when a loop was taken back meanwhile, and
    ///   ``ReviewError/refused(_:reason:)`` when a settlement was; nothing is noted then.
    package func noteExport(of answers: [ExportedAnswer], at time: Timestamp) throws {
        try write(durably: true) { db in
            for answer in answers {
                try db.execute(
                    cached: """
                        UPDATE loops SET export_time = COALESCE(export_time, ?) WHERE name = ?
                        """, arguments: [time.milliseconds, answer.loop])
                guard db.changesCount == 1 else { throw ReviewError.unknownLoop(answer.loop) }
                if let settlement = answer.settlement,
                    try !SettlementRecord.noteExport(settlement, in: db)
                {
                    throw ReviewError.refused(
                        "the settlement of loop \(answer.loop)",
                        reason: "it was taken back while it was exported; export again")
                }
            }
        }
    }

    /// Removes the output objects of loops that were taken back, and tells of it in the event file.
    func finishWithdrawals() throws {
        while try finishSomeWithdrawals() {}
        try finishSettlementWithdrawals()
    }

    /// Tells of settlements that were taken back.
    private func finishSettlementWithdrawals() throws {
        while try finishSomeSettlementWithdrawals() {}
    }

    /// Returns whether there may be more.
    private func finishSomeSettlementWithdrawals() throws -> Bool {
        guard try !read(SettlementWithdrawalRecord.pending).isEmpty else { return false }
        let log = EventLog(path: workspace.eventsPath)
        return try log.locked { file in
            let records = try read(SettlementWithdrawalRecord.pending)
            guard let start = records.map(\.eventsOffset).min() else { return false }
            try log.append(
                records.map {
                    EventLog.Line(text: JSONWriter().write($0.event.json), mark: $0.event.id)
                }, after: start, to: file)
            try write { db in try records.forEach { try $0.settle(in: db) } }
            return true
        }
    }

    /// Returns whether there may be more.
    private func finishSomeWithdrawals() throws -> Bool {
        guard try !read(WithdrawalRecord.pending).isEmpty else { return false }
        let log = EventLog(path: workspace.eventsPath)
        return try log.locked { file in
            let records = try read(WithdrawalRecord.pending)
            guard let start = records.map(\.eventsOffset).min() else { return false }
            try AtomicFile.write(
                records.map { (path: $0.path(in: workspace), bytes: nil) },
                inside: workspace.outputPath)
            try log.append(
                records.map { record in
                    let event = record.event(in: workspace)
                    return EventLog.Line(text: JSONWriter().write(event.json), mark: event.id)
                }, after: start, to: file)
            try write { db in try records.forEach { try $0.settle(in: db) } }
            return true
        }
    }
}
