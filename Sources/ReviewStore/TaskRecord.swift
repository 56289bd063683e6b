import GRDB
import HumanReview

/// A task and its lease.
struct TaskRecord: FetchableRecord {
    let id: Int64
    let loopID: Int64
    let isOpen: Bool
    let revision: Int
    /// The latest lease's, whether it still counts or not.
    let token: String?
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
        token = row["token"]
        lease = HeldLease(row: row)
    }

    /// The tasks of a loop, in the order they were made.
    static func all(ofLoop id: Int64, in db: Database) throws -> [TaskRecord] {
        try fetchAll(db, cached: selection + "WHERE loop_id = ? ORDER BY id", arguments: [id])
    }

    /// The task of a key.
    static func find(_ id: Int64, in db: Database) throws -> TaskRecord? {
        try fetchOne(db, cached: selection + "WHERE id = ?", arguments: [id])
    }

    /// Who holds a task, and until when.
    struct HeldLease {
        let holder: Worker
        /// The stored form of a ``ProcessIdentity``.
        let process: String
        let boot: String
        let end: Int64

        fileprivate init?(row: Row) {
            guard let end: Int64 = row["lease_end"] else { return nil }
            holder = Worker(name: row["holder"] ?? "")
            process = row["holder_process"] ?? ""
            boot = row["lease_boot"] ?? ""
            self.end = end
        }
    }
}
