import GRDB
import HumanReview

/// The store of a workspace, shared by any number of processes on one machine.
///
/// Writes are SQLite transactions that begin by taking the write lock, so what they read cannot change
/// before they write. Edits survive the death of the process; what is written durably, submissions and
/// additions, survives a power cut as well.
package final class SQLiteReviewStore: WorkstationStore {
    package let workspace: Workspace
    let database: DatabasePool
    let clock: LeaseClock
    let process: ProcessIdentity
    let leaseNanoseconds: Int64
    let renderer: TemplateRendering
    private let checkpoints: LogCheckpoints

    /// Opens a workspace's store, brings its tables up to date and finishes the output of loops whose
    /// process died before it could.
    ///
    /// - Parameters:
    ///   - workspace: where the store is; the file is made when it is missing.
    ///   - leaseSeconds: how long a task stays held without a sign of life.
    ///   - clock: what leases are measured by.
    ///   - renderer: what reads the flows' templates.
    /// - Throws: ``ReviewError`` when the store cannot be opened.
    package init(
        workspace: Workspace, leaseSeconds: Double = 120, clock: LeaseClock = .system,
        renderer: TemplateRendering = TemplateRendering()
    ) throws {
        self.workspace = workspace
        self.clock = clock
        self.renderer = renderer
        checkpoints = LogCheckpoints(path: workspace.storePath)
        process = .current
        leaseNanoseconds = Int64(min(max(leaseSeconds, 0), 1e9) * 1e9)
        database = try DatabaseFailure.reporting(workspace.storePath) {
            let pool = try DatabasePool(
                path: workspace.storePath, configuration: Self.configuration)
            if try pool.read(Schema.migrator.hasBeenSuperseded) {
                throw ReviewError.storage(
                    path: workspace.storePath,
                    reason: "made by a newer version of this program; use that one")
            }
            try Schema.migrator.migrate(pool)
            return pool
        }
        // What cannot be written now, on a full disk, a later call writes.
        try? finishPendingOutputs()
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .callback(LockWait.waitsAgain)
        configuration.label = "store"
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA wal_autocheckpoint = \(LogCheckpoints.mostPages)")
        }
        return configuration
    }

    /// Reads a consistent view.
    func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
        try DatabaseFailure.reporting(workspace.storePath) { try database.read(body) }
    }

    /// Changes the store in one transaction.
    ///
    /// - Parameters:
    ///   - durably: whether the change is flushed to the disk before this returns. In WAL mode SQLite
    ///     flushes on commit only with `synchronous=FULL`.
    ///   - body: what to change; when it throws, nothing is changed.
    /// - Returns: what `body` returns.
    /// - Throws: ``ReviewError``, or what `body` throws.
    func write<Result>(durably: Bool = false, _ body: (Database) throws -> Result) throws -> Result
    {
        try DatabaseFailure.reporting(workspace.storePath) {
            try database.writeWithoutTransaction { db in
                if durably { try db.execute(sql: "PRAGMA synchronous = FULL") }
                defer { if durably { try? db.execute(sql: "PRAGMA synchronous = NORMAL") } }
                let result = try Self.transaction(db, body)
                checkpoints.noteWrite()
                return result
            }
        }
    }

    private static func transaction<Result>(
        _ db: Database, _ body: (Database) throws -> Result
    ) throws -> Result {
        try db.beginTransaction(.immediate)
        do {
            let result = try body(db)
            try db.commit()
            return result
        } catch {
            // SQLite has already rolled back after some failures.
            if db.isInsideTransaction { try db.rollback() }
            throw error
        }
    }
}
