import GRDB
import HumanReview

/// The sums over answers as the rows they are kept in.
enum AnswerFigureRecords {
    /// Counts an answer that has just been stored.
    static func count(answer id: Int64, in db: Database) throws {
        try count(after: id - 1, through: id, in: db)
    }

    /// Counts the answers after one key up to another, which were stored without being counted.
    ///
    /// What is held meanwhile grows with the workers, days and labels, and not with the answers.
    static func count(after first: Int64, through last: Int64, in db: Database) throws {
        var figures = AnswerFigures()
        try CountedAnswerRecord.forEach(after: first, through: last, in: db) { figures.add($0) }
        try add(figures, in: db)
    }

    private static func add(_ figures: AnswerFigures, in db: Database) throws {
        for (key, day) in figures.days { try add(day, of: key, in: db) }
        for (match, totals) in figures.modelMatches {
            try db.execute(
                cached: addModelMatch,
                arguments: [match.modelVersion] + labels(match.labels) + values(totals))
        }
        for (match, totals) in figures.workerMatches {
            try db.execute(
                cached: addWorkerMatch,
                arguments: [match.pair.first, match.pair.second ?? ""] + labels(match.labels)
                    + values(totals))
        }
        for (pair, loops) in figures.pairs {
            try db.execute(cached: addPair, arguments: [pair.first, pair.second ?? "", loops])
        }
        for (key, band) in figures.bands {
            try db.execute(
                cached: addBand,
                arguments: [
                    key.modelVersion, band.index, band.audited, band.auditErrors, band.accepted,
                    band.corrected,
                ])
        }
    }

    private static func add(_ day: WorkerDay, of key: WorkerDay.Key, in db: Database) throws {
        try db.execute(
            cached: addDay,
            arguments: [
                key.worker, key.day, day.answers, day.activeMilliseconds, day.accepted,
                day.compared, day.unchanged, day.sentBack,
            ])
    }

    private static func labels(_ pair: LabelPair) -> StatementArguments {
        [pair.first ?? "", pair.second ?? ""]
    }

    private static func values(_ totals: MatchTotals) -> StatementArguments {
        [totals.count, totals.unmoved, totals.overlapMillionths]
    }

    private static let addDay = """
        INSERT INTO worker_days VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (worker, day) DO UPDATE SET answers = answers + excluded.answers,
            active_milliseconds = active_milliseconds + excluded.active_milliseconds,
            accepted = accepted + excluded.accepted, compared = compared + excluded.compared,
            unchanged = unchanged + excluded.unchanged, sent_back = sent_back + excluded.sent_back
        """

    private static let addModelMatch = """
        INSERT INTO model_matches VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (model_version, model_label, people_label) DO UPDATE SET \(addTotals)
        """

    private static let addWorkerMatch = """
        INSERT INTO worker_matches VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (first, second, first_label, second_label) DO UPDATE SET \(addTotals)
        """

    private static let addTotals = """
        count = count + excluded.count, unmoved = unmoved + excluded.unmoved,
            overlap_millionths = overlap_millionths + excluded.overlap_millionths
        """

    private static let addPair = """
        INSERT INTO worker_pairs VALUES (?, ?, ?)
        ON CONFLICT (first, second) DO UPDATE SET loops = loops + excluded.loops
        """

    private static let addBand = """
        INSERT INTO score_bands VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (model_version, band) DO UPDATE SET audited = audited + excluded.audited,
            audit_errors = audit_errors + excluded.audit_errors,
            accepted = accepted + excluded.accepted, corrected = corrected + excluded.corrected
        """
}
