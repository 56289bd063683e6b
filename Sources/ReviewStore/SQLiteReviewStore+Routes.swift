import Annotations
import GRDB

extension SQLiteReviewStore {
    /// Visits where every predicted image went, in the order they were added, without holding more than
    /// one.
    package func forEachRoute(_ visit: (ImageRoute) throws -> Void) throws {
        try read { db in
            let rows = try Row.fetchCursor(db, sql: Self.routes)
            while let row = try rows.next() { try visit(ImageRoute(row)) }
        }
    }

    /// Of equal scores the earlier detection, as ``Prediction/strongest`` has it.
    private static let routes = """
        SELECT images.path, predictions.model_version, detections.*,
            EXISTS (SELECT 1 FROM loops WHERE loops.image_id = images.id) AS is_loop
        FROM images
        JOIN predictions ON predictions.id = (
            SELECT MAX(id) FROM predictions WHERE image_id = images.id)
        LEFT JOIN detections ON detections.prediction_id = predictions.id
            AND detections.position = (
                SELECT position FROM detections WHERE prediction_id = predictions.id
                ORDER BY score DESC, position LIMIT 1)
        ORDER BY images.id
        """
}

extension ImageRoute {
    fileprivate init(_ row: Row) {
        path = row["path"]
        model = row["model_version"]
        isLoop = row["is_loop"]
        guard let label: String = row["label"] else { return }
        strongest = Detection(
            label: label, score: row["score"],
            box: NormalizedBox(
                minimumX: row["minimum_x"], minimumY: row["minimum_y"],
                maximumX: row["maximum_x"], maximumY: row["maximum_y"]))
    }
}
