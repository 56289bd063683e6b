import Annotations
import GRDB
package import HumanReview

extension SQLiteReviewStore {
    package func confidentBoxes(
        _ query: ConfidentBoxQuery, after place: ConfidentBoxPlace?, limit: Int
    ) throws -> [ConfidentBox] {
        try read { db in
            let display = try displayThreshold(in: db)
            return try ConfidentBoxRecord.page(query, after: place, limit: max(0, limit), in: db)
                .compactMap { record in
                    let found = try ConfidentRecord.fetchOne(
                        db, cached: "SELECT * FROM confident_images WHERE image_id = ?",
                        arguments: [record.id.image])
                    return try found?.box(
                        at: record.id.position, displayThreshold: display, in: db)
                }
        }
    }

    package func confidentBoxCount(_ filter: ConfidentBoxFilter) throws -> Int {
        try read { db in try count(filter, in: db) }
    }

    /// The names of the boxes a filter takes, the weakest first.
    func confidentBoxes(_ filter: ConfidentBoxFilter, limit: Int, in db: Database) throws
        -> [ConfidentBoxID]
    {
        try ConfidentBoxRecord.page(
            ConfidentBoxQuery(filter: filter), after: nil, limit: limit, in: db
        ).map(\.id)
    }

    /// Whole thousandths from the counts, and the one that the least score parts from the boxes.
    func count(_ filter: ConfidentBoxFilter, in db: Database) throws -> Int {
        let bin = ConfidentRecord.bin(of: filter.minimumScore)
        let whole = try Int.fetchOne(
            db,
            cached: """
                SELECT COALESCE(SUM(count), 0) FROM confident_box_scores
                WHERE label = ? AND bin > ?
                """, arguments: [filter.label, bin])
        let parted = try Int.fetchOne(
            db,
            cached: """
                SELECT COUNT(*) FROM confident_boxes
                WHERE label = ? AND score >= ? AND score <= ?
                    AND \(ConfidentRecord.bin("score")) <= ?
                """,
            arguments: [filter.label, filter.minimumScore, Double(bin + 2) / 1000, bin])
        return (whole ?? 0) + (parted ?? 0)
    }
}
