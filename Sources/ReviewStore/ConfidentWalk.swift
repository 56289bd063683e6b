import GRDB
import HumanReview

/// How a page of confident images is found.
///
/// The walk goes along the index of the order and steps over what the filter leaves out. When the filter
/// takes few, those are found by the filter's own index and sorted, since the walk would be long.
struct ConfidentWalk {
    let order: ConfidentQuery.Order
    let condition: ConfidentCondition
    let isNarrow: Bool

    /// Images that are sorted rather than walked to, at most.
    static let narrow = 5_000

    /// The records behind a place: the rest of its group, then the groups after it.
    func records(after place: ConfidentPlace?, limit: Int, in db: Database) throws
        -> [ConfidentRecord]
    {
        guard let place else { return try fetch("1", [], limit: limit, in: db) }
        guard let group = place.group.value else {
            return try fetch(
                "(score, image_id) < (?, ?)", [place.score, place.image], limit: limit, in: db)
        }
        let rest = try fetch(
            "\(column) = ? AND (score, image_id) < (?, ?)", [group, place.score, place.image],
            limit: limit, in: db)
        guard rest.count < limit else { return rest }
        return try rest + fetch("\(column) > ?", [group], limit: limit - rest.count, in: db)
    }

    private func fetch(
        _ behind: String, _ arguments: StatementArguments, limit: Int, in db: Database
    ) throws -> [ConfidentRecord] {
        try ConfidentRecord.fetchAll(
            db, cached: sql(behind: behind),
            arguments: arguments + condition.arguments + [limit])
    }

    /// The query; `behind` says which images come after the place.
    func sql(behind: String) -> String {
        let keys =
            order == .score
            ? "score DESC, image_id DESC"
            : "\(column), score DESC, image_id DESC"
        return """
            SELECT * FROM confident_images
            INDEXED BY \(isNarrow ? condition.index : index)
            WHERE \(behind) AND \(condition.sql)
            ORDER BY \(keys) LIMIT ?
            """
    }

    private var column: String {
        switch order {
        case .score: "score"
        case .label: "label"
        case .model: "model_version"
        case .age: "prediction_time"
        case .classMix: "class_mix"
        }
    }

    private var index: String {
        switch order {
        case .score: "confident_by_score"
        case .label: "confident_by_label"
        case .model: "confident_by_model"
        case .age: "confident_by_age"
        case .classMix: "confident_by_class_mix"
        }
    }
}

extension ConfidentPlace.Group {
    fileprivate var value: (any DatabaseValueConvertible)? {
        switch self {
        case .none: nil
        case .text(let text): text
        case .time(let time): time.milliseconds
        }
    }
}
