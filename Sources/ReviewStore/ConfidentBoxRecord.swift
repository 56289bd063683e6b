import Annotations
import GRDB
import HumanReview

/// The row of a box that waits to be accepted or rejected.
struct ConfidentBoxRecord: FetchableRecord {
    let id: ConfidentBoxID

    init(row: Row) { id = ConfidentBoxID(image: row["image_id"], position: row["position"]) }

    /// The boxes of a query behind a place, along the class's stretch of the index.
    static func page(
        _ query: ConfidentBoxQuery, after place: ConfidentBoxPlace?, limit: Int, in db: Database
    ) throws -> [ConfidentBoxRecord] {
        let isBounded = place == nil || !query.isWeakestFirst
        let least = isBounded ? [query.filter.minimumScore] : []
        let behind =
            place.map { [$0.score, $0.id.image, $0.id.position] as StatementArguments } ?? []
        return try fetchAll(
            db, cached: sql(isWeakestFirst: query.isWeakestFirst, isFirst: place == nil),
            arguments: [query.filter.label] + StatementArguments(least) + behind + [limit])
    }

    /// The query of a page.
    ///
    /// Behind a place the weakest are at or above the least score already; two lower bounds would have
    /// SQLite walk from the lesser one.
    static func sql(isWeakestFirst: Bool, isFirst: Bool) -> String {
        let (sign, turn) = isWeakestFirst ? (">", "") : ("<", " DESC")
        let bound = isFirst || !isWeakestFirst ? "AND score >= ?" : ""
        let behind = isFirst ? "" : "AND (score, image_id, position) \(sign) (?, ?, ?)"
        return """
            SELECT image_id, position FROM confident_boxes
            WHERE label = ? \(bound) \(behind)
            ORDER BY score\(turn), image_id\(turn), position\(turn) LIMIT ?
            """
    }

    /// Takes a box out of those that wait and keeps what was decided about it.
    ///
    /// - Returns: whether it waited.
    static func decide(
        _ box: ConfidentBoxID, isRight: Bool, under number: () throws -> Int64, in db: Database
    ) throws -> Bool {
        let arguments: StatementArguments = [box.image, box.position]
        try db.execute(
            cached: "DELETE FROM confident_boxes WHERE image_id = ? AND position = ?",
            arguments: arguments)
        guard db.changesCount > 0 else { return false }
        let number = try number()
        try db.execute(
            cached: """
                INSERT INTO box_decisions (prediction_id, position, bulk_accept_id, is_right)
                SELECT prediction_id, ?, ?, ? FROM confident_images WHERE image_id = ?
                """, arguments: [box.position, number, isRight, box.image])
        return true
    }

    /// Whether something is still to be decided about an image's boxes.
    static func areLeft(ofImage image: Int64, in db: Database) throws -> Bool {
        try Bool.fetchOne(
            db, cached: "SELECT EXISTS (SELECT 1 FROM confident_boxes WHERE image_id = ?)",
            arguments: [image]) ?? false
    }

    /// Which boxes of a prediction somebody says are wrong.
    static func rejected(ofPrediction prediction: Int64, in db: Database) throws -> [RejectedBox] {
        try Row.fetchAll(
            db,
            cached: """
                SELECT position, worker FROM box_decisions
                JOIN bulk_accepts ON bulk_accepts.id = bulk_accept_id
                WHERE prediction_id = ? AND NOT is_right AND NOT is_undone
                ORDER BY position
                """, arguments: [prediction]
        ).map { RejectedBox(id: $0["position"], worker: Worker(name: $0["worker"])) }
    }
}
