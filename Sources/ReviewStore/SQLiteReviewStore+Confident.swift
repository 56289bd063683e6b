import Annotations
import GRDB
package import HumanReview

extension SQLiteReviewStore {
    package func confidentPage(
        _ query: ConfidentQuery, after place: ConfidentPlace?, limit: Int
    ) throws -> [ConfidentImage] {
        try read { db in
            let display = try displayThreshold(in: db)
            let condition = ConfidentCondition(query.filter)
            let walk = ConfidentWalk(
                order: query.order, condition: condition,
                isNarrow: try count(query.filter, in: db) <= ConfidentWalk.narrow)
            return try walk.records(after: place, limit: max(0, limit), in: db).map {
                try $0.image(displayThreshold: display, in: db)
            }
        }
    }

    package func confidentCount(_ filter: ConfidentFilter) throws -> Int {
        try read { db in try count(filter, in: db) }
    }

    package func confidentFacets() throws -> ConfidentFacets {
        try read { db in
            ConfidentFacets(
                classes: try FlowRecord.first(in: db)?.flow.labels ?? LabelMap([]),
                labels: try facet("label", in: db), models: try facet("model_version", in: db),
                boxes: try facet("label", of: "confident_box_scores", in: db),
                lowestScore: try Double.fetchOne(
                    db, cached: "SELECT MIN(score) FROM confident_images"))
        }
    }

    package func scoreBands(ofModel model: String?) throws -> [ScoreBand] {
        try read { db in try ScoreBandRecord.all(ofModel: model, in: db) }
    }

    /// The numbers of the images a filter takes, the surest first.
    func confidentImages(_ filter: ConfidentFilter, limit: Int, in db: Database) throws -> [Int64] {
        let condition = ConfidentCondition(filter)
        return try Int64.fetchAll(
            db,
            cached: """
                SELECT image_id FROM confident_images WHERE \(condition.sql)
                ORDER BY score DESC, image_id DESC LIMIT ?
                """, arguments: condition.arguments + [limit])
    }

    /// How many images a filter takes.
    func count(_ filter: ConfidentFilter, in db: Database) throws -> Int {
        let condition = ConfidentCondition(filter, hasMinimum: false)
        return try BinnedCount(
            table: "confident_images", counts: "confident_scores", condition: condition.sql,
            arguments: condition.arguments
        ).count(from: filter.minimumScore, in: db)
    }

    private func facet(
        _ column: String, of table: String = "confident_scores", in db: Database
    ) throws -> [ConfidentFacets.Value] {
        try Row.fetchAll(
            db,
            cached: """
                SELECT \(column) AS name, SUM(count) AS number FROM \(table)
                GROUP BY \(column) ORDER BY number DESC, name
                """
        ).map { ConfidentFacets.Value(name: $0["name"], count: $0["number"]) }
    }

    /// The least score of a box that is shown.
    func displayThreshold(in db: Database) throws -> Double {
        try Double.fetchOne(
            db, cached: "SELECT display_threshold FROM flows ORDER BY id LIMIT 1") ?? 0
    }
}
