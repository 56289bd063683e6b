import Annotations
import GRDB
import HumanReview

/// Puts the answers of a loop together when the last of them has come, and notes where they differ.
struct Disputes {
    let loopID: Int64
    let db: Database

    /// Stores the consolidation of a revision's answers, if there are several.
    func consolidate(at time: Timestamp) throws {
        let revisions = LoopRevisions(loopID: loopID, db: db)
        let revision = try revisions.revision(try revisions.current)
        guard revision.answers.count > 1 else { return }
        let consolidation = Consolidation(revision.answers.map(\.boxes))
        try SettlementRecord.insert(
            Settlement(lead: nil, time: time, boxes: consolidation.boxes), ofLoop: loopID,
            revision: revision.number, in: db)
        _ = try note(consolidation, at: time)
    }

    /// Puts the loop on the list again, in its old place, since what a lead had decided holds no more.
    ///
    /// - Returns: whether it is on the list.
    func resume() throws -> Bool {
        let revisions = LoopRevisions(loopID: loopID, db: db)
        let revision = try revisions.revision(try revisions.current)
        // An earlier decision may hold again; and of a single answer there is no dispute.
        guard revision.settlements.last?.lead == nil, let first = revision.settlements.last else {
            return false
        }
        return try note(Consolidation(revision.answers.map(\.boxes)), at: first.time)
    }

    private func note(_ consolidation: Consolidation, at time: Timestamp) throws -> Bool {
        let differences = consolidation.differences.count
        guard differences > 0 else { return false }
        try db.execute(
            cached: "INSERT INTO disputes (loop_id, differences, time) VALUES (?, ?, ?)",
            arguments: [loopID, differences, time.milliseconds])
        return true
    }

    /// Takes the loop off the list, since a lead has decided about it.
    func end() throws {
        try db.execute(cached: "DELETE FROM disputes WHERE loop_id = ?", arguments: [loopID])
    }
}
