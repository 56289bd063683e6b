import GRDB
import HumanReview

/// An action that was done, and how each of its loops was before.
struct LoopActionRecord: FetchableRecord {
    let id: Int64
    let kind: LoopAction.Kind

    init(row: Row) {
        id = row["id"]
        kind = LoopAction.Kind(rawValue: row["kind"]) ?? .release
    }

    /// A loop's part in it.
    struct Change: FetchableRecord {
        let loopID: Int64
        let statusBefore: HumanLoop.Status
        let statusAfter: HumanLoop.Status
        let assigneeBefore: String?
        let assigneeAfter: String?

        init(row: Row) {
            loopID = row["loop_id"]
            statusBefore = HumanLoop.Status(rawValue: row["status_before"]) ?? .failed
            statusAfter = HumanLoop.Status(rawValue: row["status_after"]) ?? .failed
            assigneeBefore = row["assignee_before"]
            assigneeAfter = row["assignee_after"]
        }
    }

    /// Records an action whose loops follow.
    static func insert(
        _ kind: LoopAction.Kind, by worker: Worker, at time: Timestamp, in db: Database
    ) throws -> Int64 {
        try db.execute(
            cached: "INSERT INTO loop_actions (kind, worker, time) VALUES (?, ?, ?)",
            arguments: [kind.rawValue, worker.name, time.milliseconds])
        return db.lastInsertedRowID
    }

    /// Records how a loop was and is.
    static func insert(
        _ made: LoopChange.Made, ofLoop loop: Int64, action: Int64, in db: Database
    ) throws {
        try db.execute(
            cached: "INSERT INTO loop_action_changes VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [
                action, loop, made.statusBefore.rawValue, made.statusAfter.rawValue,
                made.assigneeBefore, made.assigneeAfter,
            ])
    }

    /// The latest action of a worker that can be taken back and was not yet.
    static func latest(of worker: Worker, in db: Database) throws -> LoopActionRecord? {
        let kinds = LoopAction.Kind.allCases.filter(\.isUndoable).map { "'\($0.rawValue)'" }
        return try fetchOne(
            db,
            cached: """
                SELECT id, kind FROM loop_actions
                WHERE worker = ? AND undone_time IS NULL AND kind IN (\(kinds.joined(separator: ", ")))
                ORDER BY id DESC LIMIT 1
                """, arguments: [worker.name])
    }

    /// What it did, after a loop, so that it can be gone through piece by piece.
    func changes(after loop: Int64, limit: Int, in db: Database) throws -> [Change] {
        try Change.fetchAll(
            db,
            cached: """
                SELECT * FROM loop_action_changes WHERE action_id = ? AND loop_id > ?
                ORDER BY loop_id LIMIT ?
                """, arguments: [id, loop, limit])
    }
}
