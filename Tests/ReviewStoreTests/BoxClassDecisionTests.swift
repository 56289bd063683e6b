import Annotations
import GRDB
import HumanReview
import Testing

@testable import ReviewStore

/// Accepting the boxes of a class as a whole.
@Suite struct BoxClassDecisionTests {
    let temporary: TemporaryWorkspace
    let store: SQLiteReviewStore
    let ann = Worker(name: "ann")
    let time = TemporaryWorkspace.time

    init() throws {
        temporary = try TemporaryWorkspace()
        store = try temporary.store()
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
}
