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
        image(
            try ReviewImage.find(imageID, in: db),
            shown: try shown(from: displayThreshold, in: db), undecided: try undecided(in: db))
    }

    /// One of its shown boxes, or nil when there is none at that place.
    func box(at position: Int, displayThreshold: Double, in db: Database) throws -> ConfidentBox? {
        let shown = try shown(from: displayThreshold, in: db)
        guard let index = shown.firstIndex(where: { $0.position == position }) else { return nil }
        return ConfidentBox(
            image: image(
                try ReviewImage.find(imageID, in: db), shown: shown,
                undecided: try undecided(in: db)),
            position: position, index: index)
    }

    private func image(
        _ image: ReviewImage, shown: [(position: Int, detection: Detection)], undecided: Set<Int>
    ) -> ConfidentImage {
        ConfidentImage(
            image: image, detections: shown.map(\.detection),
            accepted: Set(shown.indices.filter { !undecided.contains(shown[$0].position) }),
            score: score, label: label, model: model, predictionTime: predictionTime,
            classMix: classMix)
    }

    private func shown(from threshold: Double, in db: Database) throws -> [(
        position: Int, detection: Detection
    )] {
        let detections = try PredictionRecord.find(predictionID, in: db)?.prediction.detections
        return (detections ?? []).enumerated().filter { $0.element.score >= threshold }
            .map { ($0.offset, $0.element) }
    }

    private func undecided(in db: Database) throws -> Set<Int> {
        Set(
            try Int.fetchAll(
                db, cached: "SELECT position FROM confident_boxes WHERE image_id = ?",
                arguments: [imageID]))
    }

    /// The bin of a score in `confident_scores`.
    static func bin(_ score: String) -> String {
        "MAX(0, MIN(1000, CAST(\(score) * 1000 AS INTEGER)))"
    }

    /// The bin of a score, or one beyond all bins for a score beyond them.
    static func bin(of score: Double) -> Int {
        Int(max(-1, min(score * 1000, 1001)).rounded(.down))
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
