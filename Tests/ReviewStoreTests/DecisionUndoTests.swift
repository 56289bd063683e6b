import Foundation
import GRDB
import HumanReview
import OrderedJSON
import Testing

@testable import ReviewStore

/// Taking back what was accepted and sent to review in bulk.
@Suite struct DecisionUndoTests {
    let temporary: TemporaryWorkspace
    let store: SQLiteReviewStore
    let ann = Worker(name: "ann")
    let time = TemporaryWorkspace.time

    init() throws {
        temporary = try TemporaryWorkspace()
        store = try temporary.store()
    }

    @Test func undoBringsEverythingBack() throws {
        try store.addConfident(5)
        let before = try store.confidentPage(ConfidentQuery(), after: nil, limit: 9)
        let images = before.map(\.image.id)
        let outcome = try store.decide(Array(images.prefix(3)), reviewed: [images[3]])
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
        try store.addConfident(3)
        let outcome = try store.decide(try store.confidentIDs)
        let loop = try #require(try store.loops(limit: 1).first?.name)
        try store.noteExport(of: [ExportedAnswer(loop: loop)], at: time)
        let way = "B on it in the list of loops, or 'loopbox loops send-back', has it corrected"
        #expect(
            throws: ReviewError.decisionStands(
                reason: "loop \(loop) was exported since; \(way)")
        ) {
            try store.undoDecision(try #require(outcome.number), by: ann, at: time)
        }
        #expect(temporary.outputFiles.count == 3)
        // Whoever goes that way is not sent there again.
        _ = try store.sendBack(loop, note: "again", to: nil, by: ann, at: time)
        #expect(
            throws: ReviewError.decisionStands(
                reason: "loop \(loop) was sent back since; what is answered there holds")
        ) {
            try store.undoDecision(try #require(outcome.number), by: ann, at: time)
        }
        #expect(throws: ReviewError.unknownLoop("none")) {
            try store.noteExport(of: [loop, "none"].map { ExportedAnswer(loop: $0) }, at: time)
        }
    }

    /// A decision in several transactions ends where somebody takes back what it has done so far.
    @Test func whatIsTakenBackMeanwhileIsNotGoneOnWith() throws {
        try store.addConfident(SQLiteReviewStore.outputsAtOnce + 10)
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
        #expect(try store.confidentIDs.count == SQLiteReviewStore.outputsAtOnce + 10)
        #expect(try store.loops(limit: 9) == [])
        #expect(temporary.outputFiles == [])
        #expect(try store.latestDecision(of: ann) == nil)
        #expect(try store.integrityProblems() == [])
        #expect(
            try store.decide(
                SheetDecision(accepted: .all(ConfidentFilter(), limit: nil)), by: ann, at: time
            ).accepted == SQLiteReviewStore.outputsAtOnce + 10)
    }

    @Test func whatAReviewerHasOpenedStaysInReview() throws {
        try store.addConfident(3)
        let images = try store.confidentIDs
        let outcome = try store.decide([images[0]], reviewed: Array(images.dropFirst()))
        _ = try store.next(Worker(name: "bob"))
        let undo = try store.undoDecision(try #require(outcome.number), by: ann, at: time)
        #expect(undo == SheetUndo(accepted: 1, reviewed: 1, kept: 1))
        #expect(try store.loops(limit: 9).count == 1)
        #expect(try store.confidentIDs.count == 2)
    }

    /// Only what is taken back as a whole may lose its answers, whoever writes to the store.
    @Test func answersOfOtherLoopsAreStillNeverDeleted() throws {
        try store.addConfident(2)
        let outcome = try store.decide(try store.confidentIDs)
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

    @Test func bulkAcceptsAreInNoReviewersCount() throws {
        try store.addConfident(3)
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
