import GRDB
import HumanReview

/// Reads the rows that figures are computed from; none of the tables grows with the loops.
struct LeadRecordReader {
    let db: Database
    let time: Timestamp

    /// Loops by hour, and the age of those that wait.
    func readLoops(into records: inout LeadRecords) throws {
        let hours: StatementArguments = [time.hour - LeadRecords.hoursBack, time.hour]
        for kind in LoopHour.Kind.allCases {
            try forEach(Self.hours, [kind.rawValue] + hours) {
                records.hours.append(LoopHour(hour: $0[0], kind: kind, count: $0[1]))
            }
        }
        var hoursOfWaiting: [Int64: Int] = [:]
        try forEach("SELECT hour, count FROM waiting_hours WHERE count > 0") {
            hoursOfWaiting[$0[0]] = $0[1]
        }
        records.oldestWaiting = try Int64.fetchOne(db, cached: Self.oldest)
            .map(Timestamp.init(milliseconds:))
        records.overAge = try waiting(hoursOfWaiting, longerThan: records.ageLimitMilliseconds)
        for hours in QueueFigures.bounds {
            let age = hours * Timestamp.millisecondsOfHour
            records.waiting[hours] = try waiting(hoursOfWaiting, longerThan: age - 1)
        }
    }

    /// By kind, since that is what the hours are kept by first.
    private static let hours = """
        SELECT hour, count FROM loop_hours WHERE kind = ? AND hour > ? AND hour <= ?
        """

    // The planner knows no sizes, and would look through everything that waits.
    static let oldest = """
        SELECT creation_time FROM loops INDEXED BY loops_waiting WHERE status = 'InProgress'
        ORDER BY creation_time LIMIT 1
        """
    static let between = """
        SELECT COUNT(*) FROM loops INDEXED BY loops_waiting
        WHERE status = 'InProgress' AND creation_time >= ? AND creation_time < ?
        """

    /// Whole hours from their counts, and the loops of the hour that an age falls into one by one.
    private func waiting(_ hours: [Int64: Int], longerThan age: Int64) throws -> Int {
        let (limit, overflow) = time.milliseconds.subtractingReportingOverflow(age)
        guard !overflow else { return 0 }
        let cutoff = Timestamp(milliseconds: limit)
        let whole = hours.reduce(0) { $0 + ($1.key < cutoff.hour ? $1.value : 0) }
        let part = try Int.fetchOne(
            db, cached: Self.between,
            arguments: [cutoff.hour &* Timestamp.millisecondsOfHour, cutoff.milliseconds])
        return whole + (part ?? 0)
    }

    /// What each worker did lately, and ever.
    func readWorkers(into records: inout LeadRecords) throws {
        for row in try Row.fetchAll(
            db, cached: "SELECT * FROM worker_days WHERE day > ? AND day <= ?",
            arguments: [time.day - LeadRecords.daysBack, time.day])
        {
            records.days[WorkerDay.Key(worker: row["worker"], day: row["day"])] = workerDay(row)
        }
        for row in try Row.fetchAll(
            db,
            cached: """
                SELECT worker, SUM(answers) AS answers,
                    SUM(active_milliseconds) AS active_milliseconds, SUM(accepted) AS accepted,
                    SUM(compared) AS compared, SUM(unchanged) AS unchanged,
                    SUM(sent_back) AS sent_back
                FROM worker_days GROUP BY worker
                -- Whoever took back all they accepted has done nothing.
                HAVING SUM(answers) + SUM(accepted) > 0
                """)
        {
            records.totals[row["worker"]] = workerDay(row)
        }
    }

    private func workerDay(_ row: Row) -> WorkerDay {
        WorkerDay(
            answers: row["answers"], activeMilliseconds: row["active_milliseconds"],
            accepted: row["accepted"], compared: row["compared"], unchanged: row["unchanged"],
            sentBack: row["sent_back"])
    }

    /// What each model version said, and how often that was wrong by score.
    func readModels(into records: inout LeadRecords) throws {
        for row in try Row.fetchAll(db, cached: "SELECT * FROM prediction_scores") {
            records.scores[row["model_version"], default: [:]][row["band"]] = row["count"]
        }
        for row in try Row.fetchAll(db, cached: "SELECT * FROM prediction_labels") {
            records.labels[row["model_version"], default: [:]][row["label"]] = row["count"]
        }
        for row in try Row.fetchAll(db, cached: "SELECT * FROM score_bands") {
            let band = ScoreBand(
                index: row["band"], audited: row["audited"], auditErrors: row["audit_errors"],
                accepted: row["accepted"], corrected: row["corrected"])
            records.answers.bands[
                AnswerFigures.ModelBand(modelVersion: row["model_version"], index: band.index)] =
                band
        }
        records.versions = try String.fetchAll(db, cached: Self.versions)
        records.versionInService = try DeploymentRecord.current(in: db)?.deployment.model
    }

    /// Versions the workspace holds in their order, after those that only came with images.
    private static let versions = """
        SELECT model_version FROM prediction_tallies
        LEFT JOIN model_versions ON model_versions.name = model_version
        ORDER BY model_versions.id IS NOT NULL, model_versions.id, model_version
        """
}
