import Annotations
import GRDB
import HumanReview

/// A confident image's row: what it is sorted by is worked out once, when it comes.
struct ConfidentRecord: FetchableRecord {
    let imageID: Int64
    let predictionID: Int64
    let score: Double
    let label: String
    let model: String
    let predictionTime: Timestamp
    let classMix: String

    init(row: Row) {
        imageID = row["image_id"]
        predictionID = row["prediction_id"]
        score = row["score"]
        label = row["label"]
        model = row["model_version"]
        predictionTime = Timestamp(milliseconds: row["prediction_time"])
        classMix = row["class_mix"]
    }

    /// Makes an image wait to be accepted.
    static func insert(image: Int64, prediction: Int64, in db: Database) throws {
        try db.execute(
            cached: """
                INSERT INTO confident_images (image_id, prediction_id, score, label, model_version,
                    prediction_time, class_mix)
                SELECT :image, predictions.id, \(strongest("predictions.id", "score")),
                    \(label("predictions.id")), model_version, creation_time,
                    \(classMix("predictions.id"))
                FROM predictions WHERE id = :prediction
                """, arguments: ["image": image, "prediction": prediction])
    }

    /// Takes an image out of those that wait.
    ///
    /// - Returns: what it waited with, or nil when it did not wait.
    static func take(image: Int64, in db: Database) throws -> ConfidentRecord? {
        let record = try fetchOne(
            db, cached: "SELECT * FROM confident_images WHERE image_id = ?", arguments: [image])
        guard record != nil else { return nil }
        try db.execute(
            cached: "DELETE FROM confident_images WHERE image_id = ?", arguments: [image])
        return record
    }

    /// The image with its shown detections.
    func image(displayThreshold: Double, in db: Database) throws -> ConfidentImage {
        let prediction = try PredictionRecord.find(predictionID, in: db)?.prediction
        return ConfidentImage(
            image: try ReviewImage.find(imageID, in: db),
            detections: (prediction?.detections ?? []).filter { $0.score >= displayThreshold },
            score: score, label: label, model: model, predictionTime: predictionTime,
            classMix: classMix)
    }

    /// The bin of a score in `confident_scores`.
    static func bin(_ score: String) -> String {
        "MAX(0, MIN(1000, CAST(\(score) * 1000 AS INTEGER)))"
    }

    /// The class of a prediction's strongest detection.
    static func label(_ prediction: String) -> String {
        "COALESCE(\(strongest(prediction, "label")), '')"
    }

    /// Of equal scores the earlier detection, as ``Prediction/strongest`` has it.
    private static func strongest(_ prediction: String, _ column: String) -> String {
        """
        (SELECT \(column) FROM detections WHERE prediction_id = \(prediction)
            ORDER BY detections.score DESC, position LIMIT 1)
        """
    }

    /// The classes of a prediction's shown detections with their numbers, by name.
    static func classMix(_ prediction: String) -> String {
        """
        COALESCE((SELECT group_concat(name || ' ' || number, ',') FROM (
            SELECT detections.label AS name, COUNT(*) AS number FROM detections
            WHERE prediction_id = \(prediction)
                AND detections.score >= (SELECT display_threshold FROM flows ORDER BY id LIMIT 1)
            GROUP BY detections.label ORDER BY detections.label)), '')
        """
    }
}
