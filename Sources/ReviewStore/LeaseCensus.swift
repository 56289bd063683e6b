import GRDB
import HumanReview

/// Which leases count at a moment: those of this boot that have not run out and whose process is alive.
///
/// Every holding process is asked about once, however many tasks it holds.
struct LeaseCensus {
    let now: LeaseClock.Instant
    private let endedProcesses: Set<String>

    /// What is held under a lease.
    enum Held: String {
        case tasks
        case predictionJobs = "prediction_jobs"
    }

    /// Looks at the processes that hold tasks, or images to be predicted, of a store.
    init(of held: Held = .tasks, at now: LeaseClock.Instant, in db: Database) throws {
        self.now = now
        let holders = try String.fetchAll(
            db,
            cached: """
                SELECT DISTINCT holder_process FROM \(held.rawValue) WHERE lease_end IS NOT NULL
                """)
        endedProcesses = Set(holders.filter { ProcessIdentity(text: $0)?.hasEnded == true })
    }

    /// Whether nobody else may take the task.
    func isLive(_ lease: TaskRecord.HeldLease) -> Bool {
        lease.boot == now.boot && lease.end > now.nanoseconds
            && !endedProcesses.contains(lease.process)
    }

    /// A condition in SQL for a row of tasks or jobs to be held; its arguments are ``arguments``.
    static func isLive(_ tasks: String) -> String {
        """
        (\(tasks).lease_end IS NOT NULL AND \(tasks).lease_end > :now AND \(tasks).lease_boot = :boot
            AND \(tasks).holder_process NOT IN (SELECT value FROM json_each(:ended)))
        """
    }

    /// What ``isLive(_:)-swift.type.method`` compares with.
    var arguments: StatementArguments {
        // The stored form of a process holds no character that JSON escapes.
        let ended = endedProcesses.map { "\"\($0)\"" }.joined(separator: ",")
        return ["boot": now.boot, "now": now.nanoseconds, "ended": "[\(ended)]"]
    }

    /// Frees the tasks whose lease ran out or whose process ended without a word.
    ///
    /// They keep their token: a holder who was only slow may still come back.
    func releaseAbandonedTasks(in db: Database) throws {
        try db.execute(cached: Self.release, arguments: arguments)
    }

    /// Frees the images whose process ended or fell silent before it had predicted them.
    func releaseAbandonedJobs(in db: Database) throws {
        try db.execute(cached: Self.releaseJobs, arguments: arguments)
    }

    static let releaseJobs = """
        UPDATE prediction_jobs SET lease_end = NULL, attempts = attempts + 1
        WHERE lease_end IS NOT NULL AND NOT \(isLive("prediction_jobs"))
        """

    static let release = """
        UPDATE tasks SET lease_end = NULL WHERE lease_end IS NOT NULL AND NOT \(isLive("tasks"))
        """
}
