import GRDB
import HumanReview

/// A settlement that was taken back.
///
/// Its event may not be on disk until that is noted.
struct SettlementWithdrawalRecord {
    let number: Int64
    let eventsOffset: Int
    let event: SettlementWithdrawalEvent

    /// Some of those that are not known to be told of, in their order.
    static func pending(in db: Database) throws -> [SettlementWithdrawalRecord] {
        try Row.fetchAll(
            db,
            cached: """
                SELECT settlement_withdrawals.*, loop_id FROM settlement_withdrawals
                    JOIN settlements ON settlements.id = settlement_id
                WHERE events_offset IS NOT NULL ORDER BY number
                LIMIT \(SQLiteReviewStore.outputsAtOnce)
                """
        ).map { try SettlementWithdrawalRecord($0, in: db) }
    }

    /// Those after one of a number, in their order.
    static func all(
        after number: Int64, limit: Int, in db: Database
    ) throws -> [SettlementWithdrawalRecord] {
        try Row.fetchAll(
            db,
            cached: """
                SELECT settlement_withdrawals.*, loop_id FROM settlement_withdrawals
                    JOIN settlements ON settlements.id = settlement_id
                WHERE number > ? ORDER BY number LIMIT ?
                """, arguments: [number, limit]
        ).map { try SettlementWithdrawalRecord($0, in: db) }
    }

    /// Notes that the event is on disk.
    func settle(in db: Database) throws {
        try db.execute(
            cached: "UPDATE settlement_withdrawals SET events_offset = NULL WHERE number = ?",
            arguments: [number])
    }

    private init(_ row: Row, in db: Database) throws {
        number = row["number"]
        eventsOffset = row["events_offset"] ?? 0
        let record = try LoopRecord.find(row["loop_id"], in: db)
        event = SettlementWithdrawalEvent(
            id: row["event_id"], time: Timestamp(milliseconds: row["time"]),
            loopName: record.name, flowDefinitionName: record.flowName,
            lead: Worker(name: row["lead"]))
    }
}
