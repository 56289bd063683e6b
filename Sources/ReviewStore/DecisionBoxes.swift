import GRDB
import HumanReview

/// What a decision said of single boxes, as it is taken back inside one transaction.
struct DecisionBoxes {
    let number: Int64
    let db: Database

    /// The predictions whose images a later decision accepted with the last of their boxes and that can never
    /// wait again: what was said of their boxes stays.
    ///
    /// - Throws: ``ReviewError/decisionStands(reason:)`` when such a decision could still be taken back: its
    ///   images stand on the boxes of this one.
    func completedForGood() throws -> Set<Int64> {
        let rows = try Row.fetchAll(
            db,
            cached: """
                SELECT DISTINCT own.prediction_id, loops.bulk_accept_id, loops.name
                FROM box_decisions AS own
                JOIN predictions ON predictions.id = own.prediction_id
                JOIN loops ON loops.image_id = predictions.image_id
                    AND loops.prediction_id = own.prediction_id
                JOIN box_decisions AS last ON last.prediction_id = own.prediction_id
                    AND last.bulk_accept_id = loops.bulk_accept_id
                WHERE own.bulk_accept_id = ? AND loops.bulk_accept_id <> own.bulk_accept_id
                """, arguments: [number])
        var decisions: Set<Int64> = []
        for row in rows where decisions.insert(row["bulk_accept_id"]).inserted {
            try requireStanding(decision: row["bulk_accept_id"], loop: row["name"])
        }
        return Set(rows.map { $0["prediction_id"] })
    }

    private func requireStanding(decision: Int64, loop: String) throws {
        let worker = try String.fetchOne(
            db,
            cached: """
                SELECT worker FROM bulk_accepts WHERE id = :decision AND NOT EXISTS (
                    SELECT 1 FROM loops WHERE bulk_accept_id = :decision AND \(DecisionUndo.isUsed))
                """, arguments: ["decision": decision])
        guard let worker else { return }
        throw ReviewError.decisionStands(
            reason: "loop \(loop) was accepted with the last of its boxes by \(worker) since; "
                + "take that back first")
    }

    /// From here on nothing is decided about the decision's boxes, but those of some predictions and those
    /// of images that stay in review: who reviews a rejected box is still told of it.
    func undo(except kept: Set<Int64>, puttingBack loops: [Int64]) throws {
        let freed = Set(try loops.compactMap { try LoopRecord.find($0, in: db).predictionID })
        let rows = try Row.fetchAll(
            db,
            cached: """
                SELECT prediction_id, MIN(is_right) AS are_right FROM box_decisions
                WHERE bulk_accept_id = ? GROUP BY prediction_id
                """, arguments: [number])
        for row in rows {
            let prediction: Int64 = row["prediction_id"]
            guard !kept.contains(prediction), row["are_right"] || freed.contains(prediction)
            else { continue }
            try db.execute(
                cached: """
                    UPDATE box_decisions SET is_undone = 1
                    WHERE prediction_id = ? AND bulk_accept_id = ?
                    """, arguments: [prediction, number])
        }
    }

    /// Boxes of images that are confident wait again; an image that came back has brought its own.
    ///
    /// - Returns: how many of the decision's boxes wait again.
    func putBack() throws -> Int {
        try db.execute(
            cached: """
                INSERT OR IGNORE INTO confident_boxes
                SELECT confident_images.image_id, detections.position, detections.label, detections.score
                FROM \(Self.waiting)
                JOIN detections ON detections.prediction_id = box_decisions.prediction_id
                    AND detections.position = box_decisions.position
                WHERE bulk_accept_id = ? AND is_undone
                """, arguments: [number])
        return try Int.fetchOne(
            db,
            cached: """
                SELECT COUNT(*) FROM \(Self.waiting) WHERE bulk_accept_id = ? AND is_undone
                """, arguments: [number]) ?? 0
    }

    /// Boxes that something was decided about, of images that wait with the same prediction.
    private static let waiting = """
        box_decisions JOIN predictions ON predictions.id = box_decisions.prediction_id
        JOIN confident_images ON confident_images.image_id = predictions.image_id
            AND confident_images.prediction_id = box_decisions.prediction_id
        """
}
