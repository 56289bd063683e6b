import Annotations
import Foundation
import GRDB
import HumanReview
import TestSupport
import Testing

@testable import ReviewStore

/// Accepting and rejecting boxes one by one, and taking both back.
@Suite struct BoxDecisionTests {
    let temporary: TemporaryWorkspace
    let store: SQLiteReviewStore
    let ann = Worker(name: "ann")
    let time = TemporaryWorkspace.time

    init() throws {
        temporary = try TemporaryWorkspace()
        store = try temporary.store()
    }

    /// Adds an image with a dog, two cars, and a dog that is too weak to be shown.
    private func add(_ names: String...) throws {
        let detections = [("dog", 0.9), ("dog", 0.1), ("car", 0.6), ("car", 0.3)].map {
            Detection(
                label: $0.0, score: $0.1,
                box: NormalizedBox(minimumX: 0.1, minimumY: 0.2, maximumX: 0.5, maximumY: 0.9))
        }
        _ = try store.add(
            names.map { name in
                var image = TemporaryWorkspace.image(name)
                image.prediction = Prediction(modelVersion: "1", detections: detections)
                return image
            }, at: time)
    }

    private func boxes(_ label: String) throws -> [ConfidentBox] {
        try store.confidentBoxes(
            ConfidentBoxQuery(filter: ConfidentBoxFilter(label: label)), after: nil, limit: 100)
    }

    private func decide(
        _ accepted: [ConfidentBoxID], rejected: [ConfidentBoxID] = [], by worker: Worker? = nil
    ) throws -> SheetOutcome {
        try store.decide(
            SheetDecision(accepted: .boxes(accepted), rejected: rejected), by: worker ?? ann,
            at: time)
    }

    private var confident: [ConfidentImage] {
        get throws { try store.confidentPage(ConfidentQuery(), after: nil, limit: 1_000) }
    }

    @Test func onlyShownBoxesWait() throws {
        try add("a")
        #expect(try boxes("dog").map(\.position) == [0])
        #expect(try boxes("car").map(\.position) == [3, 2])
        let facets = try store.confidentFacets()
        #expect(facets.boxes.map(\.name) == ["car", "dog"])
        #expect(facets.boxes.map(\.count) == [2, 1])
        #expect(facets.lowestScore == 0.9)
    }

    @Test func anImageIsAcceptedWithTheLastOfItsBoxes() throws {
        try add("a")
        let first = try decide(try boxes("car").map(\.id))
        #expect(first == SheetOutcome(number: 1, acceptedBoxes: 2))
        #expect(try confident.first?.accepted == [1, 2])
        #expect(temporary.outputFiles == [])
        let last = try decide(try boxes("dog").map(\.id))
        #expect(last == SheetOutcome(number: 2, accepted: 1, acceptedBoxes: 1))
        #expect(try confident == [])
        #expect(temporary.outputFiles.count == 1)
        let loop = try #require(try store.loops(status: .completed, limit: 9).first)
        let output = try #require(try store.details(ofLoop: loop.name).output)
        #expect(output.answers.first?.boxes.count == 3)
        #expect(output.answers.first?.worker == ann)
        #expect(try store.integrityProblems() == [])
    }

    @Test func aRejectedBoxSendsItsImageToReviewAndSaysWhoSaidSo() throws {
        try add("a", "b")
        let cars = try boxes("car")
        let outcome = try decide(
            cars.dropFirst().map(\.id), rejected: [try #require(cars.first).id])
        #expect(outcome.rejectedBoxes == 1)
        #expect(outcome.acceptedBoxes == 3)
        #expect(outcome.accepted == 0)
        #expect(outcome.skipped == 0)
        #expect(try confident.map(\.image.id) == [2])
        let task = try #require(try store.next(Worker(name: "bob")))
        #expect(task.loop.name == outcome.reviewed.first)
        // The proposals are the model's own, so that figures compare with them.
        #expect(task.initialBoxes.map(\.id) == [0, 2, 3])
        #expect(task.rejected == [RejectedBox(id: 3, worker: ann)])
        #expect(try store.integrityProblems() == [])
    }

    @Test func aCardIsTakenBackAsAWhole() throws {
        try add("a", "b", "c")
        let (before, dogs) = (try confident, try boxes("dog"))
        let cars = try boxes("car")
        _ = try decide(dogs.map(\.id))
        let outcome = try decide(cars.dropFirst(2).map(\.id), rejected: [cars[0].id])
        #expect(outcome.accepted == 1)
        let undo = try store.undoDecision(2, by: ann, at: time)
        #expect(undo == SheetUndo(accepted: 1, reviewed: 1, kept: 0, boxes: 5))
        #expect(try boxes("car").map(\.id) == cars.map(\.id))
        #expect(try confident.allSatisfy { $0.accepted == [0] })
        #expect(temporary.outputFiles == [])
        let first = try store.undoDecision(1, by: ann, at: time)
        #expect(first == SheetUndo(accepted: 0, reviewed: 0, kept: 0, boxes: 3))
        #expect(try confident == before)
        #expect(try boxes("dog").map(\.id) == dogs.map(\.id))
        #expect(try countsAreRight())
        #expect(try store.integrityProblems() == [])
    }

    @Test func aCardStandsWhileAnImageStandsOnIt() throws {
        try add("a")
        let cars = try boxes("car").map(\.id)
        _ = try decide(cars)
        _ = try decide(try boxes("dog").map(\.id), by: Worker(name: "bob"))
        #expect {
            try store.undoDecision(1, by: ann, at: time)
        } throws: { "\($0)".contains("by bob since; take that back first") }
        _ = try store.undoDecision(2, by: Worker(name: "bob"), at: time)
        _ = try store.undoDecision(1, by: ann, at: time)
        #expect(try boxes("car").map(\.id) == cars)
    }

    /// What can never be taken back does not hold back what can.
    @Test func boxesOfAnExportedImageAreKeptAndTheOthersWaitAgain() throws {
        try add("a", "b")
        let cars = try boxes("car").map(\.id)
        _ = try decide(cars)
        let dog = try #require(try boxes("dog").map(\.id).first { $0.image == 1 })
        _ = try decide([dog], by: Worker(name: "bob"))
        try store.write { try $0.execute(sql: "UPDATE loops SET export_time = 1") }
        let undo = try store.undoDecision(1, by: ann, at: time)
        #expect(undo == SheetUndo(accepted: 0, reviewed: 0, kept: 1, boxes: 2))
        #expect(try boxes("car").map(\.id) == cars.filter { $0.image == 2 })
        #expect(try store.latestDecision(of: ann) == nil)
        #expect(try countsAreRight())
        #expect(try store.integrityProblems() == [])
    }

    @Test func aRejectionHoldsWhileItsImageIsUnderReview() throws {
        try add("a", "b")
        let cars = try boxes("car").map(\.id).filter { $0.position == 3 }
        _ = try decide([], rejected: cars)
        let bob = Worker(name: "bob")
        let loop = try #require(try store.next(bob)?.loop)
        let undo = try store.undoDecision(1, by: ann, at: time)
        #expect(undo == SheetUndo(accepted: 0, reviewed: 1, kept: 1, boxes: 1))
        let task = try store.open(loop.name, for: bob, at: time)
        #expect(task.rejected == [RejectedBox(id: 3, worker: ann)])
        #expect(try boxes("car").map(\.id).count == 2)
        #expect(try store.integrityProblems() == [])
    }

    @Test func boxesThatDoNotWaitAgainAreNotCounted() throws {
        try add("a")
        _ = try decide(try boxes("car").map(\.id))
        _ = try store.decide(SheetDecision(accepted: .images([1])), by: ann, at: time)
        #expect(
            try store.undoDecision(1, by: ann, at: time)
                == SheetUndo(accepted: 0, reviewed: 0, kept: 0, boxes: 0))
    }

    /// What came after the question was asked is not accepted with the rest.
    @Test func noMoreBoxesAreAcceptedThanWereAskedAbout() throws {
        let scores = (0..<600).map { 0.5 + Double($0 % 50) / 100 }
        _ = try store.add(
            scores.enumerated().map { TemporaryWorkspace.image("\($0)", scores: [$1]) }, at: time)
        let filter = ConfidentBoxFilter(label: "dog", minimumScore: 0.6)
        let box = { isWeakestFirst in
            try #require(
                try store.confidentBoxes(
                    ConfidentBoxQuery(filter: filter, isWeakestFirst: isWeakestFirst), after: nil,
                    limit: 1
                ).first)
        }
        let weakest = try box(true)
        var counts: [Int] = []
        let outcome = try store.decide(
            SheetDecision(accepted: .allBoxes(filter, limit: 260), rejected: [weakest.id]),
            by: ann, at: time
        ) { counts.append($0) }
        #expect(outcome.acceptedBoxes == 260 && outcome.accepted == 260)
        #expect(outcome.rejectedBoxes == 1 && outcome.skipped == 0)
        #expect(counts == [250, 260])
        // The surest went first.
        let rest = try box(false).detection.score
        let accepted = try store.read { db in
            try Double.fetchOne(
                db, sql: "SELECT MIN(score) FROM loops WHERE bulk_accept_id IS NOT NULL")
        }
        #expect(try #require(accepted) >= rest)
        #expect(try store.confidentBoxCount(ConfidentBoxFilter(label: "dog")) == 339)
        #expect(try store.integrityProblems() == [])
    }

    @Test func progressIsInTheUnitOfTheDecision() throws {
        let names = (0..<SQLiteReviewStore.outputsAtOnce).map { "\($0)" }
        _ = try store.add(
            names.map { TemporaryWorkspace.image($0, scores: [0.9, 0.6]) }, at: time)
        var counts: [Int] = []
        let decision = SheetDecision(accepted: .allBoxes(ConfidentBoxFilter(label: "dog")))
        _ = try store.decide(decision, by: ann, at: time) { counts.append($0) }
        #expect(counts == [250, 500, 500])
    }

    @Test func wrongBoxesAreFound() throws {
        try add("a", "b")
        _ = try decide(try boxes("dog").map(\.id))
        #expect(try store.integrityProblems() == [])
        for (damage, repair) in [
            (
                "DELETE FROM confident_boxes WHERE image_id = 1 AND position = 2",
                "INSERT INTO confident_boxes VALUES (1, 2, 'car', 0.6)"
            ),
            (
                "INSERT INTO confident_boxes VALUES (2, 0, 'dog', 0.9)",
                "DELETE FROM confident_boxes WHERE label = 'dog'"
            ),
            (
                "UPDATE confident_boxes SET score = 0.6004 WHERE image_id = 1 AND position = 2",
                "UPDATE confident_boxes SET score = 0.6 WHERE image_id = 1 AND position = 2"
            ),
            (
                "UPDATE confident_box_scores SET count = count + 1",
                "UPDATE confident_box_scores SET count = count - 1"
            ),
            (
                "INSERT INTO confident_box_scores VALUES ('cow', 1, 1)",
                "DELETE FROM confident_box_scores WHERE label = 'cow'"
            ),
        ] {
            try store.write { try $0.execute(sql: damage) }
            #expect(try store.integrityProblems() != [], "\(damage)")
            try store.write { try $0.execute(sql: repair) }
            #expect(try store.integrityProblems() == [], "\(repair)")
        }
    }

    @Test func theSheetTakesAnImageOfWhichSomeBoxesWereAccepted() throws {
        try add("a")
        _ = try decide(try boxes("car").map(\.id))
        let sheet = try store.decide(
            SheetDecision(accepted: .images([1])), by: ann, at: time)
        #expect(sheet.accepted == 1)
        #expect(try boxes("dog") == [])
        // The sheet did not ask what was said of the boxes, so that may be taken back.
        _ = try store.undoDecision(1, by: ann, at: time)
        _ = try store.undoDecision(2, by: ann, at: time)
        #expect(try boxes("car").count == 2)
        #expect(try countsAreRight())
    }

    @Test func whatAnotherSaidFirstIsLeftOut() throws {
        try add("a")
        let cars = try boxes("car").map(\.id)
        _ = try decide([cars[0]])
        let outcome = try decide(cars, rejected: [cars[0]])
        #expect(outcome == SheetOutcome(number: 2, acceptedBoxes: 1, skipped: 2))
        #expect(try decide(cars) == SheetOutcome(skipped: 2))
        #expect(try store.latestDecision(of: ann) == 2)
    }

    @Test func everyBoxOfAClassFromAScoreOnIsWhatItsCountSaid() throws {
        let scores = (0..<600).map { 0.5 + Double($0 % 50) / 100 }
        _ = try store.add(
            scores.enumerated().map { TemporaryWorkspace.image("\($0)", scores: [$1, 0.25]) },
            at: time)
        let filter = ConfidentBoxFilter(label: "dog", minimumScore: 0.6)
        let count = try store.confidentBoxCount(filter)
        #expect(count == scores.count(where: { $0 >= 0.6 }))
        let high = try store.decide(
            SheetDecision(accepted: .allBoxes(filter)), by: ann, at: time)
        #expect(high == SheetOutcome(number: 1, acceptedBoxes: count))
        let all = ConfidentBoxFilter(label: "dog")
        let rest = try store.decide(SheetDecision(accepted: .allBoxes(all)), by: ann, at: time)
        #expect(rest.accepted == 600)
        #expect(rest.acceptedBoxes == 1_200 - count)
        #expect(temporary.outputFiles.count == 600)
        #expect(try store.integrityProblems() == [])
    }

    @Test func countsAgreeAtEveryThresholdAndPagesAreTheWhole() throws {
        var generator = SeededGenerator(seed: 5)
        _ = try store.add(
            (0..<150).map { ConfidentTests.image($0, using: &generator) }, at: time)
        for label in ["dog", "cat", "car"] {
            let all = try store.confidentBoxes(
                ConfidentBoxQuery(filter: ConfidentBoxFilter(label: label)), after: nil,
                limit: 1_000)
            let expected = try confident.flatMap(\.detections).filter { $0.label == label }
            #expect(all.map(\.detection.score) == expected.map(\.score).sorted())
            for thousandth in 0...1_001 {
                let score = Double(thousandth) / 1_000
                for minimum in [score, score.nextUp, score + 0.0004] {
                    let filter = ConfidentBoxFilter(label: label, minimumScore: minimum)
                    #expect(
                        try store.confidentBoxCount(filter)
                            == all.count(where: { $0.detection.score >= minimum }))
                }
            }
            for isWeakestFirst in [true, false] {
                let query = ConfidentBoxQuery(
                    filter: ConfidentBoxFilter(label: label, minimumScore: 0.4),
                    isWeakestFirst: isWeakestFirst)
                let paged = try pages(of: query).map(\.id)
                let wanted = all.filter { $0.detection.score >= 0.4 }.map(\.id)
                #expect(paged == (isWeakestFirst ? wanted : wanted.reversed()))
            }
        }
    }

    @Test func aReviewerMayNotDecideAboutBoxes() throws {
        try add("a")
        try store.write { db in
            try db.execute(
                sql: "INSERT INTO workers VALUES ('ann', 'reviewer', 0), ('lea', 'lead', 0)")
        }
        let refusal = ReviewError.notPermitted(
            worker: ann, .accept, allowed: [Worker(name: "lea")])
        let cars = try boxes("car").map(\.id)
        #expect(throws: refusal) { try decide(cars) }
        #expect(throws: refusal) { try decide([], rejected: cars) }
        #expect(try boxes("car").count == 2)
    }

    @Test func whatWasSaidOfABoxIsNeverChanged() throws {
        try add("a")
        _ = try decide(try boxes("car").map(\.id))
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

    /// A store of the version before has the boxes of its confident images ready.
    @Test func earlierStoresAreBroughtUpToDate() throws {
        try add("a", "b")
        let expected = try store.read { db in
            try ["confident_boxes", "confident_box_scores"].map {
                try Row.fetchAll(db, sql: "SELECT * FROM \($0) ORDER BY 1, 2")
            }
        }
        let accepted = try store.decide(
            SheetDecision(accepted: .images([1])), by: ann, at: time)
        _ = try store.undoDecision(try #require(accepted.number), by: ann, at: time)
        let earlier = try EarlierStore.make(
            upTo: "9 figures", in: temporary.workspace,
            tables: ["flows", "images", "predictions", "detections", "confident_images"],
            from: store)
        try Schema.migrator.migrate(earlier)
        let migrated = try earlier.read { db in
            try ["confident_boxes", "confident_box_scores"].map {
                try Row.fetchAll(db, sql: "SELECT * FROM \($0) ORDER BY 1, 2")
            }
        }
        #expect(migrated == expected)
    }

    @Test func bulkAcceptsAreInNoReviewersCount() throws {
        try add("a", "b", "c")
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

    private func pages(of query: ConfidentBoxQuery) throws -> [ConfidentBox] {
        var boxes: [ConfidentBox] = []
        while true {
            let page = try store.confidentBoxes(query, after: boxes.last?.place, limit: 9)
            boxes += page
            if page.count < 9 { return boxes }
        }
    }

    /// Whether the counts by thousandth are those of the boxes.
    private func countsAreRight() throws -> Bool {
        try store.read { db in
            let counted = try Row.fetchAll(
                db, sql: "SELECT label, bin, count FROM confident_box_scores ORDER BY 1, 2")
            let actual = try Row.fetchAll(
                db,
                sql: """
                    SELECT label, \(ConfidentRecord.bin("score")) AS bin, COUNT(*) AS count
                    FROM confident_boxes GROUP BY 1, 2 ORDER BY 1, 2
                    """)
            return counted == actual
        }
    }
}
