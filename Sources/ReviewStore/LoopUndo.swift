import GRDB
import HumanReview

/// Takes back what an action did to one loop, inside a transaction.
struct LoopUndo {
    let change: LoopActionRecord.Change
    let time: Timestamp
    let eventsOffset: Int
    let store: SQLiteReviewStore
    let census: LeaseCensus
    let db: Database

    /// Puts the loop back as it was.
    ///
    /// - Returns: whether it could: a loop that has gone on since stays as it is.
    func make() throws -> Bool {
        let status = try String.fetchOne(
            db, cached: "SELECT status FROM loops WHERE id = ?", arguments: [change.loopID]
        ).flatMap(HumanLoop.Status.init)
        guard let status else { return false }
        guard change.statusBefore == change.statusAfter else { return try restore(status) }
        return try reassign(status)
    }

    private func restore(_ status: HumanLoop.Status) throws -> Bool {
        let hasSettled = status == .stopped && change.statusAfter == .stopping
        guard status == change.statusAfter || hasSettled else { return false }
        if change.statusBefore == .inProgress { return try apply(.reopen) }
        // Reopened: a loop that had failed is stopped now, since people may have begun it.
        return try apply(.stop)
    }

    private func reassign(_ status: HumanLoop.Status) throws -> Bool {
        let assignee = try String.fetchOne(
            db,
            cached: """
                SELECT asked FROM tasks WHERE loop_id = ? AND is_open ORDER BY id LIMIT 1
                """, arguments: [change.loopID])
        guard status == .inProgress, assignee == change.assigneeAfter else { return false }
        return try apply(.reassign(to: change.assigneeBefore.map(Worker.init(name:))))
    }

    private func apply(_ action: LoopAction) throws -> Bool {
        try LoopChange(
            action: action, time: time, eventsOffset: eventsOffset, store: store, census: census,
            db: db
        ).make(to: change.loopID) != nil
    }
}
