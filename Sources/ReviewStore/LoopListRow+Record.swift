import GRDB
import HumanReview

extension LoopListRow {
    /// The row of a loop.
    init(_ record: LoopRecord, in workspace: Workspace, _ census: LeaseCensus, db: Database) throws
    {
        let row = try Row.fetchOne(db, cached: Self.facts, arguments: [record.id])
        let tasks = try TaskRecord.all(ofLoop: record.id, in: db)
        self.init(
            loop: record.loop(in: workspace),
            labels: try Self.labels(of: record, in: db),
            workers: try String.fetchAll(
                db,
                cached: """
                    SELECT worker FROM answers WHERE loop_id = ? GROUP BY worker ORDER BY MIN(id)
                    """, arguments: [record.id]
            ).map(Worker.init(name:)),
            holder: tasks.compactMap(\.lease).first(where: census.isLive)?.holder,
            assignee: (row?["asked"] as String?).map(Worker.init(name:)),
            model: row?["model_version"],
            reason: (row?["activation_reason"] as String?).flatMap(ActivationReason.init),
            isBulk: row?["bulk_accept_id"] != nil)
    }

    private static let facts = """
        SELECT loops.activation_reason, loops.bulk_accept_id, predictions.model_version,
            (SELECT asked FROM tasks WHERE loop_id = loops.id AND is_open
                ORDER BY id LIMIT 1) AS asked
        FROM loops LEFT JOIN predictions ON predictions.id = loops.prediction_id
        WHERE loops.id = ?
        """

    private static func labels(of record: LoopRecord, in db: Database) throws -> [LabelCount] {
        // While others are still to answer, nobody sees what one has.
        let isAnswered = record.status != .inProgress && record.status != .stopping
        let answer =
            isAnswered
            ? try Int64.fetchOne(
                db, cached: "SELECT MAX(id) FROM answers WHERE loop_id = ?",
                arguments: [record.id]) : nil
        let rows =
            try answer.map { try boxes(ofAnswer: $0, in: db) }
            ?? Row.fetchAll(db, cached: proposed, arguments: [record.predictionID, record.flowID])
        return rows.map { LabelCount(label: $0["label"], count: $0["count"]) }
    }

    /// The boxes that an export would write: those that were settled on, where somebody settled.
    private static func boxes(ofAnswer answer: Int64, in db: Database) throws -> [Row] {
        let settlement = try SettlementRecord.latest(ofAnswer: answer, in: db)
        return try settlement.map {
            try Row.fetchAll(db, cached: settledOn, arguments: [$0])
        } ?? Row.fetchAll(db, cached: answered, arguments: [answer])
    }

    private static let settledOn = """
        SELECT label, COUNT(*) AS count FROM settlement_boxes WHERE settlement_id = ?
        GROUP BY label ORDER BY count DESC, label
        """

    private static let answered = """
        SELECT label, COUNT(*) AS count FROM answer_boxes WHERE answer_id = ?
        GROUP BY label ORDER BY count DESC, label
        """

    private static let proposed = """
        SELECT label, COUNT(*) AS count FROM detections
        WHERE prediction_id = ? AND score >= (SELECT display_threshold FROM flows WHERE id = ?)
        GROUP BY label ORDER BY count DESC, label
        """
}
