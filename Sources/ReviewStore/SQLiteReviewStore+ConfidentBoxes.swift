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

    /// The names of the boxes a filter takes, the surest first.
    func confidentBoxes(_ filter: ConfidentBoxFilter, limit: Int, in db: Database) throws
        -> [ConfidentBoxID]
    {
        try ConfidentBoxRecord.page(
            ConfidentBoxQuery(filter: filter, isWeakestFirst: false), after: nil, limit: limit,
            in: db
        ).map(\.id)
    }

    /// How many boxes a filter takes.
    func count(_ filter: ConfidentBoxFilter, in db: Database) throws -> Int {
        try BinnedCount(
            table: "confident_boxes", counts: "confident_box_scores", condition: "label = ?",
            arguments: [filter.label]
        ).count(from: filter.minimumScore, in: db)
    }
}
