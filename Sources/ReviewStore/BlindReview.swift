import GRDB
import HumanReview

/// Keeps the people who answer the same loop from seeing each other's work before they have done theirs.
struct BlindReview {
    let loop: LoopRecord
    let worker: Worker
    let db: Database

    /// Whether others' drafts and answers are to be kept from the worker: while several people answer the
    /// loop, and the worker is neither a lead nor done with it.
    var hidesOthers: Bool {
        get throws {
            guard loop.status == .inProgress || loop.status == .stopping, try isShared else {
                return false
            }
            if try TeamRoster(db: db).listedRole(of: worker) == .lead { return false }
            return try AnswerRecord.task(ofLoop: loop.id, by: worker, in: db) == nil
        }
    }

    /// The task the worker is given when one is free: their own draft's if they have one, else one that
    /// nobody else has worked on.
    ///
    /// A draft that is in the way is set aside, for its worker to come back to: its task is closed and
    /// another stands in for it, so that the loop still waits for as many answers.
    func task(insteadOf free: Int64) throws -> Int64 {
        guard try isShared else { return free }
        if let own = try ownDraft { return try takeUp(own, insteadOf: free) }
        guard try isOthersWork(free) else { return free }
        return try untouchedTask ?? setAside(free)
    }

    /// Whether the loop's current revision wants the answers of several people.
    private var isShared: Bool {
        get throws {
            try Int.fetchOne(
                db, cached: "SELECT COUNT(*) FROM tasks WHERE loop_id = ? AND loop_revision = ?",
                arguments: [loop.id, revision]) ?? 0 > 1
        }
    }

    private var revision: Int {
        get throws { try LoopRevisions(loopID: loop.id, db: db).current }
    }

    /// A task that nobody holds or has answered, with edits of this worker's.
    private var ownDraft: Int64? {
        get throws {
            try Int64.fetchOne(
                db,
                cached: """
                    SELECT id FROM tasks
                    WHERE loop_id = ? AND loop_revision = ? AND lease_end IS NULL
                        AND NOT EXISTS (SELECT 1 FROM answers WHERE task_id = tasks.id)
                        AND EXISTS (\(Self.work) AND worker = ?)
                    ORDER BY is_open DESC, id LIMIT 1
                    """, arguments: [loop.id, revision, worker.name])
        }
    }

    /// A free task that nobody has worked on.
    private var untouchedTask: Int64? {
        get throws {
            try Int64.fetchOne(
                db,
                cached: """
                    SELECT id FROM tasks
                    WHERE loop_id = ? AND loop_revision = ? AND is_open AND lease_end IS NULL
                        AND NOT EXISTS (\(Self.work))
                    ORDER BY id LIMIT 1
                    """, arguments: [loop.id, revision])
        }
    }

    /// Entries that change something; those that only tell of the time give nothing away.
    private static let work = "SELECT 1 FROM edits WHERE task_id = tasks.id AND content <> ''"

    private func isOthersWork(_ task: Int64) throws -> Bool {
        try Int.fetchOne(
            db,
            cached: """
                SELECT EXISTS (SELECT 1 FROM tasks WHERE id = ? AND EXISTS (
                    \(Self.work) AND worker <> ?))
                """, arguments: [task, worker.name]) == 1
    }

    private func takeUp(_ own: Int64, insteadOf free: Int64) throws -> Int64 {
        let isOpen = try Int.fetchOne(
            db, cached: "SELECT is_open FROM tasks WHERE id = ?", arguments: [own])
        guard own != free, isOpen == 0 else { return own }
        try setOpen(false, free)
        try setOpen(true, own)
        return own
    }

    private func setAside(_ task: Int64) throws -> Int64 {
        try setOpen(false, task)
        try db.execute(
            cached: """
                INSERT INTO tasks (loop_id, score, creation_time, loop_revision, asked)
                SELECT loop_id, score, creation_time, loop_revision, asked FROM tasks WHERE id = ?
                """, arguments: [task])
        return db.lastInsertedRowID
    }

    private func setOpen(_ isOpen: Bool, _ task: Int64) throws {
        try db.execute(
            cached: "UPDATE tasks SET is_open = :open, is_set_aside = NOT :open WHERE id = :task",
            arguments: ["open": isOpen, "task": task])
    }
}
