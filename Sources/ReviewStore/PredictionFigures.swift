import GRDB

/// The counts of predictions by score and of detections by class.
enum PredictionFigures {
    /// Counts a prediction that has just been stored.
    static func count(prediction id: Int64, in db: Database) throws {
        for sql in statements(where: "predictions.id = ?") {
            try db.execute(cached: sql, arguments: [id])
        }
    }

    /// Counts the predictions after one key up to another, which were stored without being counted.
    static func count(after first: Int64, through last: Int64, in db: Database) throws {
        for sql in statements(where: "predictions.id > ? AND predictions.id <= ?") {
            try db.execute(cached: sql, arguments: [first, last])
        }
    }

    private static func statements(where condition: String) -> [String] {
        [
            """
            INSERT INTO prediction_scores (model_version, band, count)
            SELECT model_version, iif(score IS NULL, -1, \(Schema.band("score"))), COUNT(*)
            FROM (
                SELECT model_version, (
                    SELECT MAX(score) FROM detections WHERE prediction_id = predictions.id) AS score
                FROM predictions WHERE \(condition))
            GROUP BY 1, 2
            ON CONFLICT (model_version, band) DO UPDATE SET count = count + excluded.count
            """,
            """
            INSERT INTO prediction_labels (model_version, label, count)
            SELECT model_version, label, COUNT(*)
            FROM predictions JOIN detections ON detections.prediction_id = predictions.id
            WHERE \(condition) AND score >= COALESCE(
                (SELECT display_threshold FROM flows ORDER BY id LIMIT 1), 0)
            GROUP BY 1, 2
            ON CONFLICT (model_version, label) DO UPDATE SET count = count + excluded.count
            """,
        ]
    }
}
