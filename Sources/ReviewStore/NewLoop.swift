import Foundation
import GRDB
import HumanReview

/// A loop that is to be, about an image that is there.
struct NewLoop {
    var name = UUID().uuidString.lowercased()
    let flow: Int64
    let image: Int64
    var prediction: Int64?
    var status = HumanLoop.Status.inProgress
    let creationTime: Timestamp
    var completionTime: Timestamp?
    var score: Double?
    /// Why people are asked; nil of a loop that nobody was asked about.
    var reason: ActivationReason?
    /// The run that brought it in answered.
    var importID: Int64?
    /// The decision by which it was accepted.
    var bulkAccept: Int64?

    /// Adds the loop's row.
    ///
    /// - Returns: the row's key.
    func insert(in db: Database) throws -> Int64 {
        try db.execute(
            cached: """
                INSERT INTO loops (name, flow_id, image_id, prediction_id, status, creation_time,
                    completion_time, score, activation_reason, import_id, bulk_accept_id)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                name, flow, image, prediction, status.rawValue, creationTime.milliseconds,
                completionTime?.milliseconds, score, reason?.rawValue, importID, bulkAccept,
            ])
        return db.lastInsertedRowID
    }
}
