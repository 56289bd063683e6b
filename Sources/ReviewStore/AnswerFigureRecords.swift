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
        for (pair, agreement) in figures.pairs { try add(agreement, of: pair, in: db) }
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

    private static func add(
        _ agreement: Agreement, of pair: AnswerFigures.WorkerPair, in db: Database
    ) throws {
        let names: StatementArguments = [pair.first, pair.second ?? ""]
        try db.execute(
            cached: addAgreement,
            arguments: names + [agreement.loops] + values(agreement.matched)
                + [agreement.unmatched])
        for (label, counts) in agreement.labels {
            try db.execute(
                cached: addAgreementLabel,
                arguments: names + [label, counts.first, counts.second, counts.both])
        }
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
        ON CONFLICT (model_version, model_label, people_label) DO UPDATE SET
            count = count + excluded.count, unmoved = unmoved + excluded.unmoved,
            overlap_millionths = overlap_millionths + excluded.overlap_millionths
        """

    private static let addAgreement = """
        INSERT INTO agreement VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (first, second) DO UPDATE SET loops = loops + excluded.loops,
            matched = matched + excluded.matched, unmoved = unmoved + excluded.unmoved,
            overlap_millionths = overlap_millionths + excluded.overlap_millionths,
            unmatched = unmatched + excluded.unmatched
        """

    private static let addAgreementLabel = """
        INSERT INTO agreement_labels VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (first, second, label) DO UPDATE SET by_first = by_first + excluded.by_first,
            by_second = by_second + excluded.by_second, by_both = by_both + excluded.by_both
        """

    private static let addBand = """
        INSERT INTO score_bands VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (model_version, band) DO UPDATE SET audited = audited + excluded.audited,
            audit_errors = audit_errors + excluded.audit_errors,
            accepted = accepted + excluded.accepted, corrected = corrected + excluded.corrected
        """
}
