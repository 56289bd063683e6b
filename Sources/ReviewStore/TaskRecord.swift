import GRDB
import HumanReview

/// A task and its lease.
struct TaskRecord: FetchableRecord {
    let id: Int64
    let loopID: Int64
    let isOpen: Bool
    /// The revision of the loop that an answer belongs to, from 1.
    let loopRevision: Int
    /// The only worker who is given the task; nil for anyone.
    let asked: Worker?
    let revision: Int
    /// The latest lease's, whether it still counts or not.
    let token: String?
    let lease: HeldLease?

    static let selection = """
        SELECT id, loop_id, is_open, loop_revision, asked, revision, token, holder, holder_process,
            lease_boot, lease_end
        FROM tasks

        """

    init(row: Row) {
        id = row["id"]
        loopID = row["loop_id"]
        isOpen = row["is_open"]
        loopRevision = row["loop_revision"]
        asked = (row["asked"] as String?).map(Worker.init(name:))
        revision = row["revision"]
        token = row["token"]
        lease = HeldLease(row: row)
    }

    /// The tasks of a loop, of all revisions, in the order they were made.
    static func all(ofLoop id: Int64, in db: Database) throws -> [TaskRecord] {
        try fetchAll(db, cached: selection + "WHERE loop_id = ? ORDER BY id", arguments: [id])
    }

    /// The tasks of a loop's current revision.
    static func current(ofLoop id: Int64, in db: Database) throws -> [TaskRecord] {
        let revision = try LoopRevisions(loopID: id, db: db).current
        return try all(ofLoop: id, in: db).filter { $0.loopRevision == revision }
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
