import GRDB
import HumanReview

/// A task's journal: rows that are only ever appended.
struct Journal {
    let taskID: Int64

    /// Every entry, in order.
    func entries(in db: Database) throws -> [Edit] {
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT kind, worker, time, content FROM edits
                    WHERE task_id = ? ORDER BY position
                    """), arguments: [taskID])
        var entries: [Edit] = []
        while let row = try rows.next() { entries.append(try edit(row, in: db)) }
        return entries
    }

    /// How many entries there are: one step down the primary key.
    func count(in db: Database) throws -> Int {
        try Int.fetchOne(
            db, cached: "SELECT MAX(position) + 1 FROM edits WHERE task_id = ?", arguments: [taskID]
        )
            ?? 0
    }

    /// Whether the journal holds these very entries from `position` on, as far as it goes.
    func agrees(with edits: some Collection<Edit>, from position: Int, in db: Database) throws
        -> Bool
    {
        for (offset, edit) in edits.enumerated() {
            let row = try Row.fetchOne(
                db,
                cached: """
                    SELECT kind, worker, time, content FROM edits
                    WHERE task_id = ? AND position = ?
                    """, arguments: [taskID, position + offset])
            guard let row else { return true }
            guard try self.edit(row, in: db) == edit else { return false }
        }
        return true
    }

    /// Appends entries at the end, which is at `position`.
    func append(_ edits: some Collection<Edit>, at position: Int, in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO edits (task_id, position, kind, worker, time, content)
                VALUES (?, ?, ?, ?, ?, ?)
                """)
        for (offset, edit) in edits.enumerated() {
            try statement.execute(arguments: [
                taskID, position + offset, edit.kind.rawValue, edit.worker.name,
                edit.time.milliseconds, EditText.text(of: edit),
            ])
        }
    }

    private func edit(_ row: Row, in db: Database) throws -> Edit {
        do {
            return try Self.edit(row)
        } catch let error as StoredTextError {
            let loop = try String.fetchOne(
                db,
                sql:
                    "SELECT name FROM loops JOIN tasks ON tasks.loop_id = loops.id WHERE tasks.id = ?",
                arguments: [taskID])
            throw StoredTextError(
                what: "\(error.what) of loop \(loop ?? "unknown")", reason: error.reason)
        }
    }

    private static func edit(_ row: Row) throws -> Edit {
        let (changes, threshold) = try EditText.changes(of: row["content"])
        guard let kind = Edit.Kind(rawValue: row["kind"]) else {
            throw StoredTextError(
                what: "a journal entry", reason: "its kind is none this version knows")
        }
        return Edit(
            kind: kind, changes: changes, threshold: threshold, worker: Worker(name: row["worker"]),
            time: Timestamp(milliseconds: row["time"]))
    }
}
