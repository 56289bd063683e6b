import GRDB

/// Takes loops that nobody has answered out of the store, inside a transaction.
enum LoopRemoval {
    /// Whether nobody has ever opened a loop, nor been told of its end.
    static func isUntouched(_ loop: Int64, in db: Database) throws -> Bool {
        try Int.fetchOne(
            db,
            cached: """
                SELECT COUNT(*) FROM loops WHERE id = ? AND status = 'InProgress'
                    AND NOT EXISTS (
                        SELECT 1 FROM tasks WHERE loop_id = loops.id AND revision > 0)
                    AND NOT EXISTS (SELECT 1 FROM events WHERE loop_id = loops.id)
                """, arguments: [loop]) == 1
    }

    /// Removes a loop without answers, whoever began it: the intake or a decision of the accept screen.
    static func remove(_ loop: Int64, in db: Database) throws {
        for statement in deletions { try db.execute(cached: statement, arguments: [loop]) }
    }

    private static let deletions = [
        "DELETE FROM participation WHERE loop_id = ?",
        "DELETE FROM picked_loops WHERE loop_id = ?",
        "DELETE FROM tasks WHERE loop_id = ?",
        "DELETE FROM loops WHERE id = ?",
    ]
}
