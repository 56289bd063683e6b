import GRDB
package import HumanReview

extension SQLiteReviewStore {
    /// Loops changed in one transaction: few enough that a reviewer's edit does not wait for them.
    private static let chunk = 200

    package func preview(
        _ action: LoopAction, on selection: LoopSelection, by worker: Worker, at time: Timestamp
    ) throws -> LoopActionOutcome {
        try read { db in
            try checkPermission(for: action, of: worker, in: db)
            let keys = try chosenKeys(of: selection, at: time, in: db)
            let change = try change(action, at: time, eventsOffset: 0, in: db)
            return try keys.reduce(into: LoopActionOutcome(chosen: keys.count)) { outcome, key in
                guard let isHeld = try change.applies(to: key) else { return }
                outcome.changed += 1
                outcome.held += isHeld ? 1 : 0
            }
        }
    }

    package func perform(
        _ action: LoopAction, on selection: LoopSelection, by worker: Worker, at time: Timestamp
    ) throws -> LoopActionOutcome {
        let keys = try read { db in
            try checkPermission(for: action, of: worker, in: db)
            return try chosenKeys(of: selection, at: time, in: db)
        }
        var outcome = LoopActionOutcome(chosen: keys.count)
        var record: Int64?
        for start in stride(from: 0, to: keys.count, by: Self.chunk) {
            let chunk = keys[start..<min(keys.count, start + Self.chunk)]
            let made = try perform(action, on: chunk, by: worker, at: time, record: &record)
            outcome.changed += made.count
            outcome.held += made.count { $0.wasHeld }
        }
        return outcome
    }

    private func perform(
        _ action: LoopAction, on keys: ArraySlice<Int64>, by worker: Worker, at time: Timestamp,
        record: inout Int64?
    ) throws -> [LoopChange.Made] {
        let eventsOffset = try EventLog(path: workspace.eventsPath).end()
        let known = record
        let (made, action) = try write(durably: true) { db in
            // Also now: the role may have been taken away since the last piece.
            try checkPermission(for: action, of: worker, in: db)
            let change = try change(action, at: time, eventsOffset: eventsOffset, in: db)
            var record = known
            var all: [LoopChange.Made] = []
            for key in keys {
                guard let made = try change.make(to: key) else { continue }
                let id =
                    try record
                    ?? LoopActionRecord.insert(action.kind, by: worker, at: time, in: db)
                record = id
                try LoopActionRecord.insert(made, ofLoop: key, action: id, in: db)
                all.append(made)
            }
            return (all, record)
        }
        record = action
        try finishPendingOutputs()
        return made
    }

    package func undoLoopAction(by worker: Worker, at time: Timestamp) throws -> LoopActionUndo? {
        let latest = try read { db in
            try WorkerPermissions(db: db).require(.manageLoops, of: worker)
            return try LoopActionRecord.latest(of: worker, in: db)
        }
        guard let latest else { return nil }
        var undo = LoopActionUndo(action: latest.kind, changed: 0, kept: 0)
        var last: Int64 = 0
        while let changes = try takeBack(latest, after: last, by: worker, at: time, &undo) {
            last = changes
        }
        return undo
    }

    /// Takes a piece of an action back.
    ///
    /// - Returns: the last loop of the piece; nil when there was none, and the action is undone.
    private func takeBack(
        _ record: LoopActionRecord, after loop: Int64, by worker: Worker, at time: Timestamp,
        _ undo: inout LoopActionUndo
    ) throws -> Int64? {
        let eventsOffset = try EventLog(path: workspace.eventsPath).end()
        let (changed, count, last) = try write(durably: true) { db -> (Int, Int, Int64?) in
            try WorkerPermissions(db: db).require(.manageLoops, of: worker)
            let changes = try record.changes(after: loop, limit: Self.chunk, in: db)
            let census = try LeaseCensus(at: clock.now, in: db)
            let changed = try changes.count { change in
                try LoopUndo(
                    change: change, time: time, eventsOffset: eventsOffset, store: self,
                    census: census, db: db
                ).make()
            }
            if changes.isEmpty {
                try db.execute(
                    cached: "UPDATE loop_actions SET undone_time = ? WHERE id = ?",
                    arguments: [time.milliseconds, record.id])
            }
            return (changed, changes.count, changes.last?.loopID)
        }
        undo.changed += changed
        undo.kept += count - changed
        try finishPendingOutputs()
        return last
    }

    private func checkPermission(
        for action: LoopAction, of worker: Worker, in db: Database
    ) throws {
        let permissions = WorkerPermissions(db: db)
        try permissions.require(.manageLoops, of: worker)
        if case .reassign(let target?) = action { try permissions.require(.review, of: target) }
    }

    private func change(
        _ action: LoopAction, at time: Timestamp, eventsOffset: Int, in db: Database
    ) throws -> LoopChange {
        LoopChange(
            action: action, time: time, eventsOffset: eventsOffset, store: self,
            census: try LeaseCensus(at: clock.now, in: db), db: db)
    }

    private func chosenKeys(
        of selection: LoopSelection, at time: Timestamp, in db: Database
    ) throws -> [Int64] {
        switch selection {
        case .named(let names):
            return try names.map { try LoopRecord.named($0, in: db).id }
        case .matching(let filter, let exceptions):
            let excluded = Set(
                try exceptions.compactMap {
                    try Int64.fetchOne(
                        db, cached: "SELECT id FROM loops WHERE name = ?", arguments: [$0])
                })
            return try loopKeys(filter, at: time, in: db).filter { !excluded.contains($0) }
        }
    }
}
