import Annotations
import GRDB
import HumanReview

/// Settlements as they are stored.
enum SettlementRecord {
    /// Whether a row of `settlements` was not taken back.
    static let holds = """
        NOT EXISTS (
            SELECT 1 FROM settlement_withdrawals WHERE settlement_id = settlements.id)
        """

    /// The settlements of a revision that were not taken back, the one that holds last.
    static func all(ofLoop id: Int64, revision: Int, in db: Database) throws -> [Settlement] {
        try Row.fetchAll(
            db,
            cached: """
                SELECT id, lead, time FROM settlements
                WHERE loop_id = ? AND loop_revision = ? AND \(holds)
                ORDER BY id
                """, arguments: [id, revision]
        ).map { row in
            Settlement(
                lead: (row["lead"] as String?).map(Worker.init(name:)),
                time: Timestamp(milliseconds: row["time"]),
                boxes: try boxes(of: row["id"], ofLoop: id, in: db))
        }
    }

    /// The number of the settlement that holds of a revision; nil when there is none.
    static func latest(ofLoop id: Int64, revision: Int, in db: Database) throws -> Int64? {
        try Int64.fetchOne(
            db,
            cached: """
                SELECT MAX(id) FROM settlements
                WHERE loop_id = ? AND loop_revision = ? AND \(holds)
                """, arguments: [id, revision])
    }

    /// The number of the settlement that holds of the revision an answer is to; nil when there is none.
    static func latest(ofAnswer id: Int64, in db: Database) throws -> Int64? {
        try Int64.fetchOne(
            db,
            cached: """
                SELECT MAX(settlements.id)
                FROM answers JOIN tasks ON tasks.id = answers.task_id
                JOIN settlements ON settlements.loop_id = answers.loop_id
                    AND settlements.loop_revision = tasks.loop_revision
                WHERE answers.id = ? AND \(holds)
                """, arguments: [id])
    }

    /// Notes that a settlement has left for a data set.
    ///
    /// - Returns: whether it still held.
    static func noteExport(_ id: Int64, in db: Database) throws -> Bool {
        try db.execute(
            cached: """
                INSERT OR IGNORE INTO exported_settlements SELECT id FROM settlements
                WHERE id = :id AND NOT EXISTS (
                    SELECT 1 FROM settlement_withdrawals WHERE settlement_id = :id)
                """, arguments: ["id": id])
        if db.changesCount == 1 { return true }
        return try Bool.fetchOne(
            db,
            cached: "SELECT EXISTS (SELECT 1 FROM exported_settlements WHERE settlement_id = ?)",
            arguments: [id]) ?? false
    }

    /// Stores a settlement, which holds from then on.
    static func insert(
        _ settlement: Settlement, ofLoop id: Int64, revision: Int, in db: Database
    ) throws {
        try db.execute(
            cached: """
                INSERT INTO settlements (loop_id, loop_revision, lead, time) VALUES (?, ?, ?, ?)
                """,
            arguments: [
                id, revision, settlement.lead?.name, settlement.time.milliseconds,
            ])
        let key = db.lastInsertedRowID
        let statement = try db.cachedStatement(
            sql: "INSERT INTO settlement_boxes VALUES (?, ?, ?, ?, ?, ?, ?)")
        for (position, box) in settlement.boxes.enumerated() {
            try statement.execute(arguments: [
                key, position, box.label, box.box.left, box.box.top, box.box.right,
                box.box.bottom,
            ])
        }
    }

    private static func boxes(
        of settlement: Int64, ofLoop loop: Int64, in db: Database
    ) throws -> [LabeledBox] {
        let rows = try Row.fetchAll(
            db, cached: "SELECT * FROM settlement_boxes WHERE settlement_id = ? ORDER BY position",
            arguments: [settlement])
        return try LabeledBox.all(in: rows) {
            "a settlement of loop \(try LoopRecord.find(loop, in: db).name)"
        }
    }
}
