import GRDB
import HumanReview

/// A loop that was taken back.
///
/// Its output may still be there, and its event not on disk, until it is settled.
struct WithdrawalRecord: FetchableRecord {
    let number: Int64
    let eventsOffset: Int
    private let eventID: String
    private let loopName: String
    private let flowName: String
    private let loopCreationTime: Timestamp
    private let worker: Worker
    private let time: Timestamp

    init(row: Row) {
        number = row["number"]
        eventsOffset = row["events_offset"] ?? 0
        eventID = row["event_id"]
        loopName = row["loop_name"]
        flowName = row["flow_name"]
        loopCreationTime = Timestamp(milliseconds: row["loop_creation_time"])
        worker = Worker(name: row["worker"])
        time = Timestamp(milliseconds: row["time"])
    }

    /// Some of those that are not known to be done with, in their order.
    static func pending(in db: Database) throws -> [WithdrawalRecord] {
        try fetchAll(
            db,
            cached: """
                SELECT * FROM withdrawals WHERE events_offset IS NOT NULL ORDER BY number
                LIMIT \(SQLiteReviewStore.outputsAtOnce)
                """)
    }

    /// Those after one of a number, in their order.
    static func all(
        after number: Int64, limit: Int, in db: Database
    ) throws -> [WithdrawalRecord] {
        try fetchAll(
            db, cached: "SELECT * FROM withdrawals WHERE number > ? ORDER BY number LIMIT ?",
            arguments: [number, limit])
    }

    /// Where the output object was.
    func path(in workspace: Workspace) -> String {
        workspace.outputPath(of: loopName, flow: flowName, createdAt: loopCreationTime)
    }

    /// What the event file is told.
    func event(in workspace: Workspace) -> WithdrawalEvent {
        WithdrawalEvent(
            id: eventID, time: time, loopName: loopName, flowDefinitionName: flowName,
            outputURI: Workspace.fileURI(path(in: workspace)), worker: worker)
    }

    /// Notes that the output is gone and the event on disk.
    func settle(in db: Database) throws {
        try db.execute(
            cached: "UPDATE withdrawals SET events_offset = NULL WHERE number = ?",
            arguments: [number])
    }
}
