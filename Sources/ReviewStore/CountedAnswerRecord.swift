import Annotations
import GRDB
import HumanReview

/// Reads answers with what they are measured against.
///
/// It names every column it needs and no record type of a table, since the migration that counts the
/// answers of older stores uses it too.
enum CountedAnswerRecord {
    /// Visits the answers after one key up to another, by key.
    static func forEach(
        after first: Int64, through last: Int64, in db: Database,
        _ visit: (CountedAnswer) throws -> Void
    ) throws {
        let rows = try Row.fetchCursor(
            db.cachedStatement(sql: selection), arguments: [first, last])
        while let row = try rows.next() { try visit(answer(row, in: db)) }
    }

    private static let selection = """
        SELECT answers.id, answers.loop_id, answers.worker, answers.submission_time,
            answers.active_milliseconds, answers.width, answers.height, loops.prediction_id,
            loops.bulk_accept_id IS NOT NULL AS is_bulk, loops.import_id IS NOT NULL AS is_import,
            tasks.loop_revision,
            loops.activation_reason = 'audit' AS is_audit, flows.display_threshold
        FROM answers
        JOIN loops ON loops.id = answers.loop_id
        JOIN tasks ON tasks.id = answers.task_id
        JOIN flows ON flows.id = loops.flow_id
        WHERE answers.id > ? AND answers.id <= ? ORDER BY answers.id
        """

    private static func answer(_ row: Row, in db: Database) throws -> CountedAnswer {
        let kind = kind(row)
        let isSeen = kind != .bulk && kind != .imported
        return CountedAnswer(
            worker: row["worker"],
            submissionTime: Timestamp(milliseconds: row["submission_time"]),
            activeMilliseconds: row["active_milliseconds"],
            boxes: isSeen ? try boxes(ofAnswer: row["id"], in: db) : [], kind: kind,
            isAudit: row["is_audit"] ?? false,
            proposal: try proposal(row, withBoxes: isSeen, in: db),
            others: kind == .first ? try others(row, in: db) : [])
    }

    private static func kind(_ row: Row) -> CountedAnswer.Kind {
        let (revision, isBulk): (Int, Bool) = (row["loop_revision"], row["is_bulk"])
        if revision > 1 { return .correction(ofBulk: isBulk && revision == 2) }
        if row["is_import"] { return .imported }
        return isBulk ? .bulk : .first
    }

    private static func proposal(
        _ row: Row, withBoxes: Bool, in db: Database
    ) throws -> CountedAnswer.Proposal? {
        guard let id: Int64 = row["prediction_id"],
            let version = try String.fetchOne(
                db, cached: "SELECT model_version FROM predictions WHERE id = ?", arguments: [id])
        else { return nil }
        let score = try Double.fetchOne(
            db, cached: "SELECT MAX(score) FROM detections WHERE prediction_id = ?",
            arguments: [id])
        return CountedAnswer.Proposal(
            modelVersion: version, score: score,
            boxes: withBoxes ? try proposals(of: id, row, in: db) : [])
    }

    /// The boxes of `InputContent.proposals`, in pixels of the answer's image.
    private static func proposals(
        of prediction: Int64, _ answer: Row, in db: Database
    ) throws -> [LabeledBox] {
        let size = PixelSize(width: answer["width"], height: answer["height"])
        return try Row.fetchAll(
            db,
            cached: """
                SELECT label, minimum_x, minimum_y, maximum_x, maximum_y FROM detections
                WHERE prediction_id = ? AND score >= ? ORDER BY position
                """, arguments: [prediction, answer["display_threshold"] as Double]
        ).map {
            let box = NormalizedBox(
                minimumX: $0["minimum_x"], minimumY: $0["minimum_y"],
                maximumX: $0["maximum_x"], maximumY: $0["maximum_y"])
            return LabeledBox(label: $0["label"], box: box.pixelBox(in: size))
        }
    }

    private static func others(_ row: Row, in db: Database) throws -> [CountedAnswer.Other] {
        let arguments: StatementArguments = [
            row["loop_id"] as Int64, row["id"] as Int64, row["worker"] as String,
        ]
        return try Row.fetchAll(
            db,
            cached: """
                SELECT answers.id, worker FROM answers JOIN tasks ON tasks.id = task_id
                WHERE answers.loop_id = ? AND answers.id < ? AND worker <> ? AND loop_revision = 1
                ORDER BY answers.id
                """, arguments: arguments
        ).map {
            CountedAnswer.Other(
                worker: $0["worker"], boxes: try boxes(ofAnswer: $0["id"], in: db))
        }
    }

    private static func boxes(ofAnswer id: Int64, in db: Database) throws -> [LabeledBox] {
        try Row.fetchAll(
            db,
            cached: """
                SELECT label, "left", top, "right", bottom FROM answer_boxes
                WHERE answer_id = ? ORDER BY position
                """, arguments: [id]
        ).map {
            LabeledBox(
                label: $0["label"],
                box: BoundingBox(
                    left: $0["left"], top: $0["top"], right: $0["right"], bottom: $0["bottom"]))
        }
    }
}
