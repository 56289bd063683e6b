import Annotations
import Foundation
import GRDB
import HumanReview
import OrderedJSON
import Testing

@testable import ReviewStore

/// Accepting in bulk, sending to review, and taking both back.
@Suite struct DecisionTests {
    let temporary: TemporaryWorkspace
    let store: SQLiteReviewStore
    let ann = Worker(name: "ann")
    let time = TemporaryWorkspace.time

    init() throws {
        temporary = try TemporaryWorkspace()
        store = try temporary.store()
    }

    private func add(_ count: Int) throws {
        _ = try store.add(
            (0..<count).map { TemporaryWorkspace.image("\($0)", scores: [0.9, 0.3, 0.1]) },
            at: time)
    }

    private var waiting: [Int64] {
        get throws {
            try store.confidentPage(ConfidentQuery(), after: nil, limit: 10_000).map(\.image.id)
        }
    }

    private func decide(_ accepted: [Int64], reviewed: [Int64] = []) throws -> SheetOutcome {
        try store.decide(
            SheetDecision(accepted: .images(accepted), reviewed: reviewed), by: ann, at: time)
    }

    @Test func anAcceptedImageIsALoopLikeAnyOther() throws {
        _ = try store.add(
            [
                TemporaryWorkspace.image("a", scores: [0.9, 0.3, 0.1]),
                TemporaryWorkspace.image("b", scores: [0.4, 0.3, 0.1]),
            ], at: time)
        let outcome = try decide(try waiting)
        #expect(outcome == SheetOutcome(number: 1, accepted: 1))
        let task = try #require(try store.next(ann))
        _ = try store.submit(
            Answer(
                worker: ann, acceptanceTime: time, submissionTime: time, activeMilliseconds: 0,
                boxes: task.initialBoxes.map { LabeledBox(label: $0.label, box: $0.box) },
                imageSize: task.loop.image.size), under: try #require(task.lease))
        let outputs = try store.loops(status: .completed, limit: 9).compactMap {
            try store.details(ofLoop: $0.name).output
        }
        try #require(outputs.count == 2)
        // The same boxes, but for what tells the loops apart.
        #expect(outputs[0].answers.count == 1)
        #expect(outputs[0].answers[0].boxes.count == 2)
        #expect(outputs[0].answers == outputs[1].answers)
        #expect(temporary.outputFiles.count == 2)
        #expect(temporary.eventLines.count == 2)
        let loops = try store.loops(status: .completed, limit: 9)
        for (loop, output) in zip(loops.sorted { $0.image.id > $1.image.id }, outputs) {
            let path = try #require(URL(string: loop.outputURI)?.path)
            let text = try String(contentsOfFile: path, encoding: .utf8)
            #expect(text == JSONWriter().write(output.json))
        }
        #expect(try store.integrityProblems() == [])
    }

    @Test func whatIsPickedOffComesFirstInReview() throws {
        try add(3)
        _ = try store.add(
            [
                TemporaryWorkspace.image("unsure", scores: [0.3]),
                TemporaryWorkspace.image("nothing on it", scores: []),
            ], at: time)
        let images = try waiting
        let outcome = try decide(Array(images.dropFirst()), reviewed: [images[0]])
        #expect(outcome.accepted == 2)
        #expect(outcome.reviewed.count == 1)
        #expect(try store.next(ann)?.loop.name == outcome.reviewed.first)
        let reason = try store.read {
            try String.fetchOne(
                $0, sql: "SELECT activation_reason FROM loops WHERE name = ?",
                arguments: [outcome.reviewed.first])
        }
        #expect(reason == "sentToReview")
        #expect(temporary.outputFiles.count == 2)
        #expect(try store.integrityProblems() == [])
    }

    @Test func whatAnotherDecidedFirstIsLeftOut() throws {
        try add(4)
        let images = try waiting
        _ = try decide([images[0]], reviewed: [images[1]])
        let outcome = try decide(images)
        #expect(outcome.accepted == 2)
        #expect(outcome.skipped == 2)
        let nothing = try decide(images)
        #expect(nothing == SheetOutcome(skipped: 4))
        #expect(try store.latestDecision(of: ann) == outcome.number)
    }

    @Test func everythingAboveAScoreIsWhatItsCountSaid() throws {
        let scores = (0..<700).map { 0.5 + Double($0 % 50) / 100 }
        _ = try store.add(
            scores.enumerated().map { TemporaryWorkspace.image("\($0)", scores: [$1]) }, at: time)
        let filter = ConfidentFilter(minimumScore: 0.55)
        let count = try store.confidentCount(filter)
        let first = try store.decide(
            SheetDecision(accepted: .all(filter, limit: 260)), by: ann, at: time)
        #expect(first.accepted == 260)
        let rest = try store.decide(
            SheetDecision(accepted: .all(filter, limit: nil)), by: ann, at: time)
        #expect(first.accepted + rest.accepted == count)
        #expect(count == scores.count(where: { $0 >= 0.55 }))
        #expect(temporary.outputFiles.count == count)
        #expect(temporary.eventLines.count == count)
        #expect(try waiting.count == 700 - count)
        #expect(try store.integrityProblems() == [])
    }

    @Test func undoBringsEverythingBack() throws {
        try add(5)
        let before = try store.confidentPage(ConfidentQuery(), after: nil, limit: 9)
        let images = before.map(\.image.id)
        let outcome = try decide(Array(images.prefix(3)), reviewed: [images[3]])
        let undo = try store.undoDecision(try #require(outcome.number), by: ann, at: time)
        #expect(undo == SheetUndo(accepted: 3, reviewed: 1, kept: 0))
        #expect(try store.confidentPage(ConfidentQuery(), after: nil, limit: 9) == before)
        #expect(temporary.outputFiles == [])
        let left = try FileManager.default.contentsOfDirectory(
            atPath: temporary.workspace.outputPath)
        #expect(left == ["events.jsonl"])
        #expect(try store.loops(limit: 9) == [])
        let kinds = try temporary.eventLines.map {
            try JSONParser().parse(String($0))["detail-type"]
        }
        #expect(
            kinds == Array(repeating: .string("SageMaker A2I HumanLoop Status Change"), count: 3)
                + Array(repeating: .string("Loopbox HumanLoop Withdrawal"), count: 3))
        #expect(try store.latestDecision(of: ann) == nil)
        #expect(throws: ReviewError.self) {
            try store.undoDecision(try #require(outcome.number), by: ann, at: time)
        }
        #expect(try store.integrityProblems() == [])
    }

    @Test func whatWasExportedStands() throws {
        try add(3)
        let outcome = try decide(try waiting)
        let loop = try #require(try store.loops(limit: 1).first?.name)
        try store.noteExport(of: [ExportedAnswer(loop: loop)], at: time)
        #expect(throws: ReviewError.self) {
            try store.undoDecision(try #require(outcome.number), by: ann, at: time)
        }
        #expect(temporary.outputFiles.count == 3)
        #expect(throws: ReviewError.unknownLoop("none")) {
            try store.noteExport(of: [loop, "none"].map { ExportedAnswer(loop: $0) }, at: time)
        }
    }

    /// A decision in several transactions ends where somebody takes back what it has done so far.
    @Test func whatIsTakenBackMeanwhileIsNotGoneOnWith() throws {
        try add(SQLiteReviewStore.outputsAtOnce + 10)
        let lea = Worker(name: "lea")
        let other = try temporary.store()
        var reports = 0
        let refusal = #expect(throws: ReviewError.self) {
            try store.decide(
                SheetDecision(accepted: .all(ConfidentFilter(), limit: nil)), by: ann, at: time
            ) { _ in
                reports += 1
                _ = try? other.undoDecision(1, by: lea, at: time)
            }
        }
        #expect(reports == 1)
        #expect(refusal?.description.contains("lea took back") == true)
        #expect(try waiting.count == SQLiteReviewStore.outputsAtOnce + 10)
        #expect(try store.loops(limit: 9) == [])
        #expect(temporary.outputFiles == [])
        #expect(try store.latestDecision(of: ann) == nil)
        #expect(try store.integrityProblems() == [])
        #expect(
            try store.decide(
                SheetDecision(accepted: .all(ConfidentFilter(), limit: nil)), by: ann, at: time
            ).accepted == SQLiteReviewStore.outputsAtOnce + 10)
    }

    /// Whom a lead asks for a correction has reviewed the loop, whoever accepted it first.
    @Test func aCorrectedAcceptIsCountedAsReviewed() throws {
        try add(3)
        _ = try decide(try waiting)
        let loop = try #require(try store.loops(limit: 9).first?.name)
        for round in 0..<2 {
            _ = try store.sendBack(loop, note: "again", to: nil, by: ann, at: time)
            #expect(try store.summary(for: ann).accepted == 2)
            #expect(try store.integrityProblems() == [])
            let task = try #require(try store.next(Worker(name: "bob\(round)")))
            _ = try store.submit(
                task.answer(by: Worker(name: "bob\(round)"), at: time),
                under: try #require(task.lease))
            #expect(try store.summary(for: ann).completed == 3)
            #expect(try store.summary(for: ann).accepted == 2)
            #expect(try store.integrityProblems() == [])
        }
    }

    @Test func whatAReviewerHasOpenedStaysInReview() throws {
        try add(3)
        let images = try waiting
        let outcome = try decide([images[0]], reviewed: Array(images.dropFirst()))
        _ = try store.next(Worker(name: "bob"))
        let undo = try store.undoDecision(try #require(outcome.number), by: ann, at: time)
        #expect(undo == SheetUndo(accepted: 1, reviewed: 1, kept: 1))
        #expect(try store.loops(limit: 9).count == 1)
        #expect(try waiting.count == 2)
    }

    /// Only what is taken back as a whole may lose its answers, whoever writes to the store.
    @Test func answersOfOtherLoopsAreStillNeverDeleted() throws {
        try add(2)
        let outcome = try decide(try waiting)
        for table in ["answers", "answer_boxes"] {
            #expect(throws: ReviewError.self) {
                try store.write { try $0.execute(sql: "DELETE FROM \(table)") }
            }
        }
        try store.noteExport(
            of: try store.loops(limit: 1).map { ExportedAnswer(loop: $0.name) }, at: time)
        #expect(throws: ReviewError.self) {
            try store.write { db in
                try db.execute(
                    sql: "UPDATE bulk_accepts SET undone_time = 1 WHERE id = ?",
                    arguments: [outcome.number])
            }
        }
    }

    @Test func aReviewerMayNotAccept() throws {
        try add(1)
        try store.write { db in
            try db.execute(
                sql: """
                    INSERT INTO workers VALUES ('ann', 'reviewer', 0), ('lea', 'annotator', 0)
                    """)
        }
        let refusal = ReviewError.notPermitted(
            worker: ann, .accept, allowed: [Worker(name: "lea")])
        #expect(throws: refusal) { try decide(try waiting) }
        #expect(throws: refusal) { try decide([], reviewed: try waiting) }
        #expect(throws: refusal) { try store.undoDecision(1, by: ann, at: time) }
        #expect(try waiting.count == 1)
        #expect(temporary.eventLines == [])
    }

    @Test func bulkAcceptsAreInNoReviewersCount() throws {
        try add(3)
        _ = try store.add([TemporaryWorkspace.image("unsure", scores: [0.3])], at: time)
        _ = try store.decide(SheetDecision(accepted: .images([1, 2])), by: ann, at: time)
        let summary = try store.summary(for: ann)
        #expect(
            summary
                == QueueSummary(
                    waiting: 1, heldByOthers: 0, completed: 2, total: 3, accepted: 2, answered: 0))
        _ = try store.undoDecision(1, by: ann, at: time)
        #expect(try store.summary(for: ann).accepted == 0)
        #expect(try store.integrityProblems() == [])
    }
}
