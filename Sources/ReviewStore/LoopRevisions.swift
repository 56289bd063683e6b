import GRDB
import HumanReview

/// A loop's revisions, read and added inside one transaction.
struct LoopRevisions {
    let loopID: Int64
    let db: Database

    /// The number of the revision that is answered now or was answered last.
    var current: Int {
        get throws {
            try Int.fetchOne(
                db, cached: "SELECT MAX(number) FROM revisions WHERE loop_id = ?",
                arguments: [loopID]) ?? 1
        }
    }

    /// Why a revision was asked for; nil for the first.
    func request(of number: Int) throws -> CorrectionRequest? {
        try Row.fetchOne(
            db,
            cached: """
                SELECT note, lead, asked, time FROM revisions WHERE loop_id = ? AND number = ?
                """, arguments: [loopID, number]
        ).map { row in
            CorrectionRequest(
                note: row["note"], lead: Worker(name: row["lead"]),
                asked: (row["asked"] as String?).map(Worker.init(name:)),
                time: Timestamp(milliseconds: row["time"]))
        }
    }

    /// A revision with its answers and settlements.
    func revision(_ number: Int) throws -> LoopRevision {
        LoopRevision(
            number: number, request: try request(of: number),
            answers: try AnswerRecord.all(ofLoop: loopID, revision: number, in: db),
            settlements: try SettlementRecord.all(ofLoop: loopID, revision: number, in: db))
    }

    /// The latest revision that somebody has answered; nil before the first answer.
    var latestAnswered: LoopRevision? {
        get throws {
            for number in stride(from: try current, through: 1, by: -1) {
                let revision = try revision(number)
                if !revision.answers.isEmpty { return revision }
            }
            return nil
        }
    }

    /// Adds a revision and the task to answer it.
    ///
    /// A person waits for it, so the queue gives it before everything that is only uncertain.
    func append(_ request: CorrectionRequest, of loop: LoopRecord) throws -> Int {
        let number = try current + 1
        try db.execute(
            cached: """
                INSERT INTO revisions (loop_id, number, note, lead, asked, time)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                loopID, number, request.note, request.lead.name, request.asked?.name,
                request.time.milliseconds,
            ])
        try db.execute(
            cached: """
                INSERT INTO tasks (loop_id, score, creation_time, loop_revision, asked)
                VALUES (?, -1, ?, ?, ?)
                """,
            arguments: [
                loopID, request.time.milliseconds, number, request.asked?.name,
            ])
        return number
    }
}
