import GRDB
import HumanReview

extension LeadRecordReader {
    /// The sums over answers.
    ///
    /// These are many rows once every class was taken for every other: their columns are read by position,
    /// which takes a part of the time that names do.
    func readMatches(into records: inout LeadRecords) throws {
        try forEach(Self.modelMatches) { row in
            records.answers.modelMatches[
                AnswerFigures.ModelMatch(modelVersion: row[0], labels: labels(row, at: 1))] =
                totals(row, at: 3)
        }
        try forEach(Self.agreement) { row in
            records.answers.pairs[pair(row)] = Agreement(
                loops: row[2], matched: totals(row, at: 3), unmatched: row[6])
        }
        try forEach(Self.agreementLabels) { row in
            records.answers.pairs[pair(row)]?.labels[row[2]] = Agreement.LabelCounts(
                first: row[3], second: row[4], both: row[5])
        }
    }

    private static let modelMatches = """
        SELECT model_version, model_label, people_label, count, unmoved, overlap_millionths
        FROM model_matches
        """
    private static let agreement = """
        SELECT first, second, loops, matched, unmoved, overlap_millionths, unmatched FROM agreement
        """
    private static let agreementLabels = """
        SELECT first, second, label, by_first, by_second, by_both FROM agreement_labels
        """

    /// Visits rows without keeping any.
    func forEach(
        _ sql: String, _ arguments: StatementArguments = [], _ visit: (Row) -> Void
    ) throws {
        let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
        while let row = try rows.next() { visit(row) }
    }

    private func pair(_ row: Row) -> AnswerFigures.WorkerPair {
        AnswerFigures.WorkerPair(first: row[0], second: name(row[1]))
    }

    private func labels(_ row: Row, at column: Int) -> LabelPair {
        LabelPair(name(row[column]), name(row[column + 1]))
    }

    /// An empty name stands for none.
    private func name(_ text: String) -> String? { text.isEmpty ? nil : text }

    private func totals(_ row: Row, at column: Int) -> MatchTotals {
        MatchTotals(
            count: row[column], unmoved: row[column + 1], overlapMillionths: row[column + 2])
    }
}
