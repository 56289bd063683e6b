import Annotations
import GRDB
import HumanReview

/// An answer and the loop it is for.
struct AnswerRecord {
    let loopID: Int64
    let answer: Answer

    /// The answers to a revision of a loop, in the order of submission.
    static func all(ofLoop id: Int64, revision: Int, in db: Database) throws -> [Answer] {
        try Row.fetchAll(
            db,
            cached: """
                SELECT answers.* FROM answers JOIN tasks ON tasks.id = task_id
                WHERE answers.loop_id = ? AND loop_revision = ? ORDER BY answers.id
                """, arguments: [id, revision]
        ).map { try AnswerRecord($0, in: db).answer }
    }

    /// The task of a loop's current revision that a worker has answered.
    static func task(ofLoop id: Int64, by worker: Worker, in db: Database) throws -> Int64? {
        try Int64.fetchOne(
            db,
            cached: """
                SELECT task_id FROM answers JOIN tasks ON tasks.id = task_id
                WHERE answers.loop_id = ? AND worker = ? AND loop_revision = ?
                """,
            arguments: [id, worker.name, try LoopRevisions(loopID: id, db: db).current])
    }

    /// The answer to a task that was given under a lease.
    static func find(token: String, task: Int64, in db: Database) throws -> AnswerRecord? {
        try Row.fetchOne(
            db, cached: "SELECT * FROM answers WHERE task_id = ? AND token = ?",
            arguments: [task, token]
        ).map { try AnswerRecord($0, in: db) }
    }

    /// Stores an answer and counts it in the figures about people and models; what was given elsewhere
    /// they leave out, see ``CountedAnswer/Kind``.
    static func insert(
        _ answer: Answer, task: Int64, loop: Int64, token: String, in db: Database
    ) throws {
        try db.execute(
            cached: """
                INSERT INTO answers (task_id, loop_id, token, worker, acceptance_time,
                    submission_time, active_milliseconds, width, height)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                task, loop, token, answer.worker.name, answer.acceptanceTime.milliseconds,
                answer.submissionTime.milliseconds, answer.activeMilliseconds,
                answer.imageSize.width, answer.imageSize.height,
            ])
        let id = db.lastInsertedRowID
        let statement = try db.cachedStatement(
            sql: "INSERT INTO answer_boxes VALUES (?, ?, ?, ?, ?, ?, ?)")
        for (position, box) in answer.boxes.enumerated() {
            try statement.execute(arguments: [
                id, position, box.label, box.box.left, box.box.top, box.box.right, box.box.bottom,
            ])
        }
        try AnswerFigureRecords.count(answer: id, in: db)
    }

    private init(_ row: Row, in db: Database) throws {
        loopID = row["loop_id"]
        answer = Answer(
            worker: Worker(name: row["worker"]),
            acceptanceTime: Timestamp(milliseconds: row["acceptance_time"]),
            submissionTime: Timestamp(milliseconds: row["submission_time"]),
            activeMilliseconds: row["active_milliseconds"],
            boxes: try Self.boxes(of: row["id"], ofLoop: row["loop_id"], in: db),
            imageSize: PixelSize(width: row["width"], height: row["height"]))
    }

    private static func boxes(
        of answer: Int64, ofLoop loop: Int64, in db: Database
    ) throws -> [LabeledBox] {
        let rows = try Row.fetchAll(
            db, cached: "SELECT * FROM answer_boxes WHERE answer_id = ? ORDER BY position",
            arguments: [answer])
        return try LabeledBox.all(in: rows) {
            "an answer to loop \(try LoopRecord.find(loop, in: db).name)"
        }
    }
}
