import Annotations
import GRDB
import HumanReview

/// Adds imported answers inside one transaction.
struct AnswerImport {
    let origin: ImportOrigin
    let intake: Intake

    private var db: Database { intake.db }

    /// Adds one answer, or says why not.
    func add(_ incoming: ImportedAnswer) throws -> ImportOutcome {
        let image = incoming.image
        if let reason = objection(to: incoming) { return try problem(image.path, reason) }
        let known = try Row.fetchOne(
            db, cached: "SELECT id, sha256 FROM images WHERE path = ?", arguments: [image.path])
        guard let known else {
            return try complete(
                incoming, image: try image.insert(at: intake.time, in: db), prediction: nil)
        }
        guard known["sha256"] == image.sha256 else {
            return try problem(
                image.path,
                "the file has changed since it was added; its loop is about the old one, "
                    + "import the new one under another name")
        }
        return try settle(incoming, image: known["id"])
    }

    private func objection(to incoming: ImportedAnswer) -> String? {
        let size = incoming.image.size
        if size.isEmpty { return "the image has no pixels" }
        for labeled in incoming.boxes {
            guard intake.flow.flow.labels.classID(of: labeled.label) != nil else {
                return "the label '\(labeled.label)' is not a class of the flow; correct it"
            }
            guard labeled.box == labeled.box.clipped(to: size) else {
                return "a box reaches out of the image; correct it"
            }
        }
        return nil
    }

    /// Answers for an image that is there, unless people here have spoken.
    private func settle(_ incoming: ImportedAnswer, image: Int64) throws -> ImportOutcome {
        let latest = try Row.fetchOne(
            db,
            cached: """
                SELECT id, name, status, prediction_id FROM loops WHERE image_id = ?
                ORDER BY id DESC LIMIT 1
                """, arguments: [image])
        guard let latest else {
            return try complete(
                incoming, image: image,
                prediction: try PredictionRecord.latest(forImage: image, in: db)?.id)
        }
        let loop: Int64 = latest["id"]
        let name: String = latest["name"]
        switch HumanLoop.Status(rawValue: latest["status"]) {
        case .completed:
            guard let final = try AnswerRecord.final(ofLoop: loop, in: db),
                Self.isSame(final.answer.boxes, incoming.boxes)
            else {
                return try problem(
                    incoming.image.path,
                    "loop \(name) has another answer already; it was kept, correct it there")
            }
            return .unchanged
        case .inProgress, .stopping:
            guard try LoopRemoval.isUntouched(loop, in: db) else {
                return try problem(
                    incoming.image.path,
                    "somebody has begun to answer loop \(name); the answer was not imported, finish "
                        + "or stop the loop")
            }
            try LoopRemoval.remove(loop, in: db)
        case .stopped, .failed, nil: break
        }
        return try complete(incoming, image: image, prediction: latest["prediction_id"])
    }

    /// Whether two answers have the same boxes, in whatever order.
    private static func isSame(_ left: [LabeledBox], _ right: [LabeledBox]) -> Bool {
        let count = { (boxes: [LabeledBox]) in
            boxes.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
        return count(left) == count(right)
    }

    /// Makes a loop that is answered.
    private func complete(
        _ incoming: ImportedAnswer, image: Int64, prediction: Int64?
    ) throws -> ImportOutcome {
        try db.execute(
            cached: "DELETE FROM confident_images WHERE image_id = ?", arguments: [image])
        try SQLiteReviewStore.deleteJob(ofImage: image, in: db)
        try db.execute(
            cached: "DELETE FROM problems WHERE path = ?", arguments: [incoming.image.path])
        let new = NewLoop(
            flow: intake.flow.id, image: image, prediction: prediction, creationTime: origin.time,
            score: try prediction.flatMap {
                try PredictionRecord.find($0, in: db)?.prediction.strongest?.score
            }, importID: try importID())
        let loop = try new.insert(in: db)
        try db.execute(
            cached: """
                INSERT INTO tasks (loop_id, score, creation_time, is_open, revision)
                VALUES (?, 0, ?, 0, 1)
                """, arguments: [loop, origin.time.milliseconds])
        let answer = Answer(
            worker: origin.worker, acceptanceTime: origin.time, submissionTime: origin.time,
            activeMilliseconds: 0, boxes: incoming.boxes, imageSize: incoming.image.size)
        try AnswerRecord.insert(
            answer, task: db.lastInsertedRowID, loop: loop, token: "import " + new.name,
            in: db)
        try intake.store.setStanding("answer", of: origin.worker, inLoop: loop, in: db)
        try intake.store.end(
            loop: loop, as: .completed, at: origin.time, eventsOffset: intake.eventsOffset, in: db)
        return .completed(new.name)
    }

    /// The key of this run's row, made with its first loop.
    private func importID() throws -> Int64? {
        let arguments: StatementArguments = [
            origin.format, origin.path, origin.worker.name, origin.time.milliseconds,
        ]
        try db.execute(
            cached:
                "INSERT OR IGNORE INTO imports (format, path, worker, time) VALUES (?, ?, ?, ?)",
            arguments: arguments)
        return try Int64.fetchOne(
            db,
            cached: """
                SELECT id FROM imports WHERE format = ? AND path = ? AND worker = ? AND time = ?
                """, arguments: arguments)
    }

    private func problem(_ path: String, _ reason: String) throws -> ImportOutcome {
        let problem = InputProblem(path: path, reason: reason, time: origin.time)
        return .problem(reason: reason, isNew: try problem.insert(in: db))
    }
}
