import GRDB
import HumanReview
import Testing

@testable import ReviewStore

/// Accepting and rejecting boxes one by one.
@Suite struct BoxDecisionTests {
    let temporary: TemporaryWorkspace
    let store: SQLiteReviewStore
    let ann = Worker(name: "ann")
    let time = TemporaryWorkspace.time

    init() throws {
        temporary = try TemporaryWorkspace()
        store = try temporary.store()
    }

    @Test func anImageIsAcceptedWithTheLastOfItsBoxes() throws {
        try store.addStreets("a")
        let first = try store.decide(try store.boxes("car").map(\.id))
        #expect(first == SheetOutcome(number: 1, acceptedBoxes: 2))
        #expect(try store.confidentImages.first?.accepted == [1, 2])
        #expect(temporary.outputFiles == [])
        let last = try store.decide(try store.boxes("dog").map(\.id))
        #expect(last == SheetOutcome(number: 2, accepted: 1, acceptedBoxes: 1))
        #expect(try store.confidentImages == [])
        #expect(temporary.outputFiles.count == 1)
        let loop = try #require(try store.loops(status: .completed, limit: 9).first)
        let output = try #require(try store.details(ofLoop: loop.name).output)
        #expect(output.answers.first?.boxes.count == 3)
        #expect(output.answers.first?.worker == ann)
        #expect(try store.integrityProblems() == [])
    }

    @Test func aRejectedBoxSendsItsImageToReviewAndSaysWhoSaidSo() throws {
        try store.addStreets("a", "b")
        let cars = try store.boxes("car")
        let outcome = try store.decide(
            cars.dropFirst().map(\.id), rejected: [try #require(cars.first).id])
        #expect(outcome.rejectedBoxes == 1)
        #expect(outcome.acceptedBoxes == 3)
        #expect(outcome.accepted == 0)
        #expect(outcome.skipped == 0)
        #expect(try store.confidentImages.map(\.image.id) == [2])
        let task = try #require(try store.next(Worker(name: "bob")))
        #expect(task.loop.name == outcome.reviewed.first)
        // The proposals are the model's own, so that figures compare with them.
        #expect(task.initialBoxes.map(\.id) == [0, 2, 3])
        #expect(task.rejected == [RejectedBox(id: 3, worker: ann)])
        #expect(try store.integrityProblems() == [])
    }

    @Test func whatAnotherSaidFirstIsLeftOut() throws {
        try store.addStreets("a")
        let cars = try store.boxes("car").map(\.id)
        _ = try store.decide([cars[0]])
        let outcome = try store.decide(cars, rejected: [cars[0]])
        #expect(outcome == SheetOutcome(number: 2, acceptedBoxes: 1, skipped: 2))
        #expect(try store.decide(cars) == SheetOutcome(skipped: 2))
        #expect(try store.latestDecision(of: ann) == 2)
    }

    @Test func aReviewerMayNotDecideAboutBoxes() throws {
        try store.addStreets("a")
        try store.write { db in
            try db.execute(
                sql: "INSERT INTO workers VALUES ('ann', 'reviewer', 0), ('lea', 'lead', 0)")
        }
        let refusal = ReviewError.notPermitted(
            worker: ann, .accept, allowed: [Worker(name: "lea")])
        let cars = try store.boxes("car").map(\.id)
        #expect(throws: refusal) { try store.decide(cars) }
        #expect(throws: refusal) { try store.decide([], rejected: cars) }
        #expect(try store.boxes("car").count == 2)
    }

    @Test func whatWasSaidOfABoxIsNeverChanged() throws {
        try store.addStreets("a")
        _ = try store.decide(try store.boxes("car").map(\.id))
        for statement in ["DELETE FROM box_decisions", "UPDATE box_decisions SET is_right = 0"] {
            #expect(throws: ReviewError.self) {
                try store.write { try $0.execute(sql: statement) }
            }
        }
        _ = try store.undoDecision(1, by: ann, at: time)
        let kept = try store.read {
            try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM box_decisions")
        }
        #expect(kept == 2)
    }
}
