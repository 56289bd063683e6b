extension Schema {
    /// See `Agreement`; the second is empty where it is the model, and of two workers the later by name.
    static let agreement = """
        CREATE TABLE IF NOT EXISTS agreement (
            first TEXT NOT NULL,
            second TEXT NOT NULL,
            loops INTEGER NOT NULL,
            matched INTEGER NOT NULL,
            unmoved INTEGER NOT NULL,
            overlap_millionths INTEGER NOT NULL,
            unmatched INTEGER NOT NULL,
            PRIMARY KEY (first, second)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS agreement_labels (
            first TEXT NOT NULL,
            second TEXT NOT NULL,
            label TEXT NOT NULL,
            by_first INTEGER NOT NULL,
            by_second INTEGER NOT NULL,
            by_both INTEGER NOT NULL,
            PRIMARY KEY (first, second, label)
        ) STRICT, WITHOUT ROWID;
        """

    /// What was kept for every pair of labels, whose number goes with the square of the labels'.
    ///
    /// A store that was counted just now has nothing there, and its agreement already.
    static let agreementOfMatches = """
        INSERT INTO agreement
            SELECT first, second, loops,
                COALESCE(SUM(count) FILTER (WHERE \(isMatched)), 0),
                COALESCE(SUM(unmoved) FILTER (WHERE \(isMatched)), 0),
                COALESCE(SUM(overlap_millionths) FILTER (WHERE \(isMatched)), 0),
                COALESCE(SUM(count) FILTER (WHERE NOT \(isMatched)), 0)
            FROM worker_pairs LEFT JOIN worker_matches USING (first, second)
            GROUP BY first, second;
        INSERT INTO agreement_labels
            SELECT first, second, label, SUM(by_first), SUM(by_second), SUM(by_both) FROM (
                SELECT first, second, first_label AS label, count AS by_first, 0 AS by_second,
                    iif(first_label = second_label, count, 0) AS by_both
                FROM worker_matches WHERE \(isMatched)
                UNION ALL
                SELECT first, second, second_label, 0, count, 0
                FROM worker_matches WHERE \(isMatched))
            GROUP BY 1, 2, 3;
        DROP TABLE worker_matches;
        DROP TABLE worker_pairs;
        """

    private static let isMatched = "(first_label <> '' AND second_label <> '')"
}
