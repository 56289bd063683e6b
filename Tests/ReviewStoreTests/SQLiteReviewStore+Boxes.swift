import Annotations
import GRDB
import HumanReview

@testable import ReviewStore

/// What the tests of boxes do to a store, and ask it.
extension SQLiteReviewStore {
    /// Adds images with a dog, two cars, and a dog that is too weak to be shown on each.
    func addStreets(_ names: String...) throws {
        let detections = [("dog", 0.9), ("dog", 0.1), ("car", 0.6), ("car", 0.3)].map {
            Detection(
                label: $0.0, score: $0.1,
                box: NormalizedBox(minimumX: 0.1, minimumY: 0.2, maximumX: 0.5, maximumY: 0.9))
        }
        _ = try add(
            names.map { name in
                var image = TemporaryWorkspace.image(name)
                image.prediction = Prediction(modelVersion: "1", detections: detections)
                return image
            }, at: TemporaryWorkspace.time)
    }

    /// The boxes of a class that wait, the weakest first.
    func boxes(_ label: String) throws -> [ConfidentBox] {
        try confidentBoxes(
            ConfidentBoxQuery(filter: ConfidentBoxFilter(label: label)), after: nil, limit: 100)
    }

    /// Says of boxes that they are right, and of others that they are not.
    func decide(
        _ accepted: [ConfidentBoxID], rejected: [ConfidentBoxID] = [],
        by worker: Worker = Worker(name: "ann")
    ) throws -> SheetOutcome {
        try decide(
            SheetDecision(accepted: .boxes(accepted), rejected: rejected), by: worker,
            at: TemporaryWorkspace.time)
    }

    /// Whether the counts by thousandth are those of the boxes.
    func scoreCountsAreThoseOfBoxes() throws -> Bool {
        try read { db in
            let counted = try Row.fetchAll(
                db, sql: "SELECT label, bin, count FROM confident_box_scores ORDER BY 1, 2")
            let actual = try Row.fetchAll(
                db,
                sql: """
                    SELECT label, \(ConfidentRecord.bin("score")) AS bin, COUNT(*) AS count
                    FROM confident_boxes GROUP BY 1, 2 ORDER BY 1, 2
                    """)
            return counted == actual
        }
    }
}
