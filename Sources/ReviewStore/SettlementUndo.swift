import Foundation
import GRDB
import HumanReview

/// Takes the latest settlement of a lead back inside one transaction.
struct SettlementUndo {
    let lead: Worker
    let time: Timestamp
    let eventsOffset: Int
    let db: Database

    /// Checks that nothing depends on the settlement and takes it back: what held before it does again.
    ///
    /// - Returns: nil when the lead has settled nothing that still holds.
    func run() throws -> UndoneSettlement? {
        try WorkerPermissions(db: db).require(.adjudicate, of: lead)
        guard let latest = try latest else { return nil }
        let record = try LoopRecord.find(latest.loop, in: db)
        try requireIndependence(of: latest, record)
        try db.execute(
            cached: """
                INSERT INTO settlement_withdrawals
                    (settlement_id, event_id, lead, time, events_offset)
                VALUES (?, ?, ?, ?, ?)
                """,
            arguments: [
                latest.id, UUID().uuidString.lowercased(), lead.name, time.milliseconds,
                eventsOffset,
            ])
        let isDisputed = try Disputes(loopID: latest.loop, db: db).resume()
        return UndoneSettlement(loop: record.name, isDisputed: isDisputed)
    }

    private struct Latest {
        var id: Int64
        var loop: Int64
        var revision: Int
    }

    private var latest: Latest? {
        get throws {
            try Row.fetchOne(
                db,
                cached: """
                    SELECT id, loop_id, loop_revision FROM settlements
                    WHERE lead = ? AND \(SettlementRecord.holds)
                    ORDER BY id DESC LIMIT 1
                    """, arguments: [lead.name]
            ).map {
                Latest(id: $0["id"], loop: $0["loop_id"], revision: $0["loop_revision"])
            }
        }
    }

    private func requireIndependence(of latest: Latest, _ record: LoopRecord) throws {
        let row = try Row.fetchOne(
            db,
            cached: """
                SELECT
                    EXISTS (
                        SELECT 1 FROM exported_settlements WHERE settlement_id = :id) AS is_exported,
                    EXISTS (
                        SELECT 1 FROM settlements WHERE loop_id = :loop AND id > :id
                            AND \(SettlementRecord.holds)) AS is_settled_anew
                """, arguments: ["loop": latest.loop, "id": latest.id])
        let isSentBack =
            try record.status != .completed
            || LoopRevisions(loopID: latest.loop, db: db).current != latest.revision
        let reason: String? =
            if isSentBack {
                "it was sent back since; what is answered then holds"
            } else if row?["is_exported"] == true {
                "it was exported since; send it back to have it corrected"
            } else if row?["is_settled_anew"] == true { "another lead has settled it since" } else {
                nil
            }
        guard let reason else { return }
        throw ReviewError.refused("the settlement of loop \(record.name) stands", reason: reason)
    }
}
