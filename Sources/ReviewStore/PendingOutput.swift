import GRDB
import HumanReview

/// An ended loop whose files are not yet known to be on disk.
struct PendingOutput: FetchableRecord {
    let number: Int64
    /// The event's UUID.
    let id: String
    let loopID: Int64
    /// What the loop changed to.
    let status: HumanLoop.Status
    let time: Timestamp
    let eventsOffset: Int

    static let selection = """
        SELECT events.number, events.id, events.loop_id, events.status, events.time,
            events_offset
        FROM pending_outputs JOIN events ON events.number = event_number

        """

    init(row: Row) {
        number = row["number"]
        id = row["id"]
        loopID = row["loop_id"]
        status = HumanLoop.Status(rawValue: row["status"]) ?? .failed
        time = Timestamp(milliseconds: row["time"])
        eventsOffset = row["events_offset"]
    }
}
