import GRDB
import HumanReview
import Testing

@testable import ReviewStore

/// Taking back what was said of boxes.
@Suite struct BoxDecisionUndoTests {
    let temporary: TemporaryWorkspace
    let store: SQLiteReviewStore
    let ann = Worker(name: "ann")
    let time = TemporaryWorkspace.time

    init() throws {
        temporary = try TemporaryWorkspace()
        store = try temporary.store()
    }

    @Test func aCardIsTakenBackAsAWhole() throws {
        try store.addStreets("a", "b", "c")
        let (before, dogs) = (try store.confidentImages, try store.boxes("dog"))
        let cars = try store.boxes("car")
        _ = try store.decide(dogs.map(\.id))
        let outcome = try store.decide(cars.dropFirst(2).map(\.id), rejected: [cars[0].id])
        #expect(outcome.accepted == 1)
        let undo = try store.undoDecision(2, by: ann, at: time)
        #expect(undo == SheetUndo(accepted: 1, reviewed: 1, kept: 0, boxes: 5))
        #expect(try store.boxes("car").map(\.id) == cars.map(\.id))
        #expect(try store.confidentImages.allSatisfy { $0.accepted == [0] })
        #expect(temporary.outputFiles == [])
        let first = try store.undoDecision(1, by: ann, at: time)
        #expect(first == SheetUndo(accepted: 0, reviewed: 0, kept: 0, boxes: 3))
        #expect(try store.confidentImages == before)
        #expect(try store.boxes("dog").map(\.id) == dogs.map(\.id))
        #expect(try store.scoreCountsAreThoseOfBoxes())
        #expect(try store.integrityProblems() == [])
    }

    @Test func aCardStandsWhileAnImageStandsOnIt() throws {
        try store.addStreets("a")
        let cars = try store.boxes("car").map(\.id)
        _ = try store.decide(cars)
        _ = try store.decide(try store.boxes("dog").map(\.id), by: Worker(name: "bob"))
        #expect {
            try store.undoDecision(1, by: ann, at: time)
        } throws: { "\($0)".contains("by bob since; take that back first") }
        _ = try store.undoDecision(2, by: Worker(name: "bob"), at: time)
        _ = try store.undoDecision(1, by: ann, at: time)
        #expect(try store.boxes("car").map(\.id) == cars)
    }

    /// What can never be taken back does not hold back what can.
    @Test func boxesOfAnExportedImageAreKeptAndTheOthersWaitAgain() throws {
        try store.addStreets("a", "b")
        let cars = try store.boxes("car").map(\.id)
        _ = try store.decide(cars)
        let dog = try #require(try store.boxes("dog").map(\.id).first { $0.image == 1 })
        _ = try store.decide([dog], by: Worker(name: "bob"))
        try store.write { try $0.execute(sql: "UPDATE loops SET export_time = 1") }
        let undo = try store.undoDecision(1, by: ann, at: time)
        #expect(undo == SheetUndo(accepted: 0, reviewed: 0, kept: 1, boxes: 2))
        #expect(try store.boxes("car").map(\.id) == cars.filter { $0.image == 2 })
        #expect(try store.latestDecision(of: ann) == nil)
        #expect(try store.scoreCountsAreThoseOfBoxes())
        #expect(try store.integrityProblems() == [])
    }

    @Test func aRejectionHoldsWhileItsImageIsUnderReview() throws {
        try store.addStreets("a", "b")
        let cars = try store.boxes("car").map(\.id).filter { $0.position == 3 }
        _ = try store.decide([], rejected: cars)
        let bob = Worker(name: "bob")
        let loop = try #require(try store.next(bob)?.loop)
        let undo = try store.undoDecision(1, by: ann, at: time)
        #expect(undo == SheetUndo(accepted: 0, reviewed: 1, kept: 1, boxes: 1))
        let task = try store.open(loop.name, for: bob, at: time)
        #expect(task.rejected == [RejectedBox(id: 3, worker: ann)])
        #expect(try store.boxes("car").map(\.id).count == 2)
        #expect(try store.integrityProblems() == [])
    }

    @Test func boxesThatDoNotWaitAgainAreNotCounted() throws {
        try store.addStreets("a")
        _ = try store.decide(try store.boxes("car").map(\.id))
        _ = try store.decide(SheetDecision(accepted: .images([1])), by: ann, at: time)
        #expect(
            try store.undoDecision(1, by: ann, at: time)
                == SheetUndo(accepted: 0, reviewed: 0, kept: 0, boxes: 0))
    }

    @Test func theSheetTakesAnImageOfWhichSomeBoxesWereAccepted() throws {
        try store.addStreets("a")
        _ = try store.decide(try store.boxes("car").map(\.id))
        let sheet = try store.decide(
            SheetDecision(accepted: .images([1])), by: ann, at: time)
        #expect(sheet.accepted == 1)
        #expect(try store.boxes("dog") == [])
        // The sheet did not ask what was said of the boxes, so that may be taken back.
        _ = try store.undoDecision(1, by: ann, at: time)
        _ = try store.undoDecision(2, by: ann, at: time)
        #expect(try store.boxes("car").count == 2)
        #expect(try store.scoreCountsAreThoseOfBoxes())
    }
}
