import GRDB

extension SQLiteReviewStore {
    /// The classes people used most in the latest answers, the most frequent first.
    ///
    /// - Parameters:
    ///   - limit: how many classes.
    ///   - answers: how many answers back to look, so that the cost does not grow with the workspace.
    /// - Returns: at most `limit` labels.
    /// - Throws: ``ReviewError`` when the store cannot be read.
    package func frequentLabels(limit: Int, inLatest answers: Int = 500) throws -> [String] {
        try read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT label FROM answer_boxes
                    WHERE answer_id IN (SELECT id FROM answers ORDER BY id DESC LIMIT ?)
                    GROUP BY label ORDER BY COUNT(*) DESC, label LIMIT ?
                    """, arguments: [answers, limit])
        }
    }
}
