import GRDB
import HumanReview

/// A task and its lease.
struct TaskRecord: FetchableRecord {
    let id: Int64
    let loopID: Int64
    let isOpen: Bool
    let revision: Int
    let lease: HeldLease?

    static let selection = """
        SELECT id, loop_id, is_open, revision, token, holder, holder_process, lease_boot, lease_end
        FROM tasks

        """

    init(row: Row) {
        id = row["id"]
        loopID = row["loop_id"]
        isOpen = row["is_open"]
        revision = row["revision"]
        lease = HeldLease(row: row)
    }

    /// The tasks of a loop, in the order they were made.
    static func all(ofLoop id: Int64, in db: Database) throws -> [TaskRecord] {
        try fetchAll(db, sql: selection + "WHERE loop_id = ? ORDER BY id", arguments: [id])
    }

    /// The task of a key.
    static func find(_ id: Int64, in db: Database) throws -> TaskRecord? {
        try fetchOne(db, sql: selection + "WHERE id = ?", arguments: [id])
    }

    /// Who holds a task, and until when.
    struct HeldLease {
        let token: String
        let holder: Worker
        let process: ProcessIdentity?
        let boot: String
        let end: Int64

        fileprivate init?(row: Row) {
            guard let token: String = row["token"] else { return nil }
            self.token = token
            holder = Worker(name: row["holder"] ?? "")
            process = ProcessIdentity(text: row["holder_process"] ?? "")
            boot = row["lease_boot"] ?? ""
            end = row["lease_end"] ?? 0
        }

        /// Whether nobody else may take the task.
        func isLive(at now: LeaseClock.Instant) -> Bool {
            boot == now.boot && end > now.nanoseconds && process?.hasEnded != true
        }
    }
}
