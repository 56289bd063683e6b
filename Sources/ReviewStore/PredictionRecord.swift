import Annotations
import GRDB
import HumanReview

/// A prediction and its key.
struct PredictionRecord {
    let id: Int64
    let prediction: Prediction

    /// The prediction of a key with all its detections, or nil when there is none.
    static func find(_ id: Int64, in db: Database) throws -> PredictionRecord? {
        let version = try String.fetchOne(
            db, cached: "SELECT model_version FROM predictions WHERE id = ?", arguments: [id])
        guard let version else { return nil }
        return PredictionRecord(
            id: id,
            prediction: Prediction(
                modelVersion: version, detections: try detections(of: id, in: db)))
    }

    /// The latest prediction about an image.
    static func latest(forImage id: Int64, in db: Database) throws -> PredictionRecord? {
        let latest = try Int64.fetchOne(
            db, cached: "SELECT MAX(id) FROM predictions WHERE image_id = ?", arguments: [id])
        return try latest.flatMap { try find($0, in: db) }
    }

    /// Stores a prediction about an image, made under a deployment or brought along, and returns its key.
    static func insert(
        _ prediction: Prediction, forImage image: Int64, deployment: Int64?, at time: Timestamp,
        in db: Database
    ) throws -> Int64 {
        try db.execute(
            cached: """
                INSERT INTO predictions (image_id, model_version, creation_time, deployment_id)
                VALUES (?, ?, ?, ?)
                """,
            arguments: [image, prediction.modelVersion, time.milliseconds, deployment])
        let id = db.lastInsertedRowID
        let statement = try db.cachedStatement(
            sql: "INSERT INTO detections VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        for (position, detection) in prediction.detections.enumerated() {
            let box = detection.box
            try statement.execute(arguments: [
                id, position, detection.label, detection.score, box.minimumX, box.minimumY,
                box.maximumX, box.maximumY,
            ])
        }
        try PredictionFigures.count(prediction: id, in: db)
        return id
    }

    private static func detections(of id: Int64, in db: Database) throws -> [Detection] {
        try Row.fetchAll(
            db, cached: "SELECT * FROM detections WHERE prediction_id = ? ORDER BY position",
            arguments: [id]
        ).map { row in
            Detection(
                label: row["label"], score: row["score"],
                box: NormalizedBox(
                    minimumX: row["minimum_x"], minimumY: row["minimum_y"],
                    maximumX: row["maximum_x"], maximumY: row["maximum_y"]))
        }
    }
}
