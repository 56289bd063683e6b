import Annotations
import Foundation
import GRDB
import HumanReview
import OrderedJSON
import Testing

@testable import ReviewStore

/// Accepting in bulk, and sending to review.
@Suite struct DecisionTests {
    let temporary: TemporaryWorkspace
    let store: SQLiteReviewStore
    let ann = Worker(name: "ann")
    let time = TemporaryWorkspace.time

    init() throws {
        temporary = try TemporaryWorkspace()
        store = try temporary.store()
    }

    @Test func anAcceptedImageIsALoopLikeAnyOther() throws {
        _ = try store.add(
            [
                TemporaryWorkspace.image("a", scores: [0.9, 0.3, 0.1]),
                TemporaryWorkspace.image("b", scores: [0.4, 0.3, 0.1]),
            ], at: time)
        let outcome = try store.decide(try store.confidentIDs)
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
        try store.addConfident(3)
        _ = try store.add(
            [
                TemporaryWorkspace.image("unsure", scores: [0.3]),
                TemporaryWorkspace.image("nothing on it", scores: []),
            ], at: time)
        let images = try store.confidentIDs
        let outcome = try store.decide(Array(images.dropFirst()), reviewed: [images[0]])
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
        try store.addConfident(4)
        let images = try store.confidentIDs
        _ = try store.decide([images[0]], reviewed: [images[1]])
        let outcome = try store.decide(images)
        #expect(outcome.accepted == 2)
        #expect(outcome.skipped == 2)
        let nothing = try store.decide(images)
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
        #expect(try store.confidentIDs.count == 700 - count)
        #expect(try store.integrityProblems() == [])
    }

    /// Whom a lead asks for a correction has reviewed the loop, whoever accepted it first.
    @Test func aCorrectedAcceptIsCountedAsReviewed() throws {
        try store.addConfident(3)
        _ = try store.decide(try store.confidentIDs)
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

    @Test func aReviewerMayNotAccept() throws {
        try store.addConfident(1)
        try store.write { db in
            try db.execute(
                sql: """
                    INSERT INTO workers VALUES ('ann', 'reviewer', 0), ('lea', 'annotator', 0)
                    """)
        }
        let refusal = ReviewError.notPermitted(
            worker: ann, .accept, allowed: [Worker(name: "lea")])
        #expect(throws: refusal) { try store.decide(try store.confidentIDs) }
        #expect(throws: refusal) { try store.decide([], reviewed: try store.confidentIDs) }
        #expect(throws: refusal) { try store.undoDecision(1, by: ann, at: time) }
        #expect(try store.confidentIDs.count == 1)
        #expect(temporary.eventLines == [])
    }
}
