import Annotations
import GRDB
import HumanReview

extension SQLiteReviewStore {
    /// Stores loops with their whole history in one transaction, by the statements that would have stored
    /// them one after the other; no output file is written.
    ///
    /// - Throws: ``ReviewError``; nothing is stored then.
    package func record(_ loops: [RecordedLoop]) throws {
        try write { db in
            guard let flow = try FlowRecord.first(in: db) else { return }
            var sheets: [Worker: Int64] = [:]
            for loop in loops {
                let sheet = try bulkAccept(of: loop, &sheets, in: db)
                let id = try insert(loop, of: flow.id, bulkAccept: sheet, in: db)
                for number in 0..<max(flow.flow.taskCount, loop.answers.count) {
                    let answer = number < loop.answers.count ? loop.answers[number] : nil
                    try insertTask(of: loop, id, answer, in: db)
                }
                try announceEnd(of: loop, id, in: db)
            }
        }
    }

    private func bulkAccept(
        of loop: RecordedLoop, _ sheets: inout [Worker: Int64], in db: Database
    ) throws -> Int64? {
        guard loop.reason == nil, let answer = loop.answers.first?.answer else { return nil }
        if let sheet = sheets[answer.worker] {
            try db.execute(
                cached: "UPDATE bulk_accepts SET count = count + 1 WHERE id = ?",
                arguments: [sheet])
            return sheet
        }
        try db.execute(
            cached: "INSERT INTO bulk_accepts (worker, time, count) VALUES (?, ?, 1)",
            arguments: [answer.worker.name, answer.submissionTime.milliseconds])
        sheets[answer.worker] = db.lastInsertedRowID
        return db.lastInsertedRowID
    }

    private func insert(
        _ loop: RecordedLoop, of flow: Int64, bulkAccept: Int64?, in db: Database
    ) throws -> Int64 {
        let image = loop.image
        let imageID = try image.insert(at: loop.creationTime, in: db)
        let prediction = try image.prediction.map {
            try PredictionRecord.insert(
                $0, forImage: imageID, deployment: nil, at: loop.creationTime, in: db)
        }
        return try NewLoop(
            name: loop.name, flow: flow, image: imageID, prediction: prediction,
            status: loop.status, creationTime: loop.creationTime,
            completionTime: loop.status == .completed ? loop.endTime : nil,
            score: image.prediction?.strongest?.score, reason: loop.reason, bulkAccept: bulkAccept
        ).insert(in: db)
    }

    private func insertTask(
        of loop: RecordedLoop, _ id: Int64, _ recorded: RecordedLoop.RecordedAnswer?,
        in db: Database
    ) throws {
        try db.execute(
            cached: """
                INSERT INTO tasks (loop_id, score, creation_time, is_open) VALUES (?, ?, ?, ?)
                """,
            arguments: [
                id, loop.image.prediction?.strongest?.score ?? 0, loop.creationTime.milliseconds,
                recorded == nil && loop.status == .inProgress,
            ])
        guard let recorded else { return }
        let task = db.lastInsertedRowID
        try Journal(taskID: task).append(recorded.journal, at: 0, in: db)
        try AnswerRecord.insert(
            recorded.answer, task: task, loop: id, token: "recorded-\(task)", in: db)
        try setStanding("answer", of: recorded.answer.worker, inLoop: id, in: db)
    }

    private func announceEnd(of loop: RecordedLoop, _ id: Int64, in db: Database) throws {
        guard let endTime = loop.endTime else { return }
        _ = try EventRecord.insert(loop: id, loop.status, at: endTime, in: db)
    }
}
