import Annotations
import GRDB
import HumanReview
import Testing

@testable import ReviewStore

/// A loop is found by the classes it was settled with.
@Suite struct SettledLabelTests {
    private let temporary: TemporaryWorkspace
    private let store: SQLiteReviewStore
    private let time = TemporaryWorkspace.time
    private let lea = Worker(name: "lea")
    private let name: String

    /// A loop that was answered with a dog.
    init() throws {
        temporary = try TemporaryWorkspace()
        store = try temporary.store()
        _ = try store.add([TemporaryWorkspace.image("a", scores: [0.45])], at: time)
        let ana = Worker(name: "ana")
        let task = try #require(try store.next(ana))
        name = task.loop.name
        _ = try store.submit(task.answer(by: ana, at: time), under: try #require(task.lease))
    }

    private func settle(as labels: String...) throws {
        let box = BoundingBox(left: 1, top: 2, width: 3, height: 4)
        try store.settle(
            name, as: labels.map { LabeledBox(label: $0, box: box) }, revision: 1, by: lea, at: time
        )
    }

    private func isFound(by label: String) throws -> Bool {
        let filter = LoopFilter(terms: [LoopFilter.Term(.labels([label]))])
        return try store.loopPage(filter, after: nil, limit: 9, at: time, budget: 1_000).rows.count
            == 1
    }

    @Test func untilItIsTakenBack() throws {
        try settle(as: "cow", "dog")
        #expect(try isFound(by: "cow") && isFound(by: "dog"))
        try settle(as: "cow", "cat")
        _ = try store.undoSettlement(by: lea, at: time)
        #expect(try isFound(by: "cow") && isFound(by: "dog") && !isFound(by: "cat"))
        _ = try store.undoSettlement(by: lea, at: time)
        #expect(try isFound(by: "dog") && !isFound(by: "cow"))
        #expect(try store.integrityProblems() == [])
    }

    @Test func inAStoreFromBefore() throws {
        try settle(as: "cow")
        let earlier = try EarlierStore.make(
            upTo: "15 watchers of what is taken back", in: temporary.workspace,
            tables: [
                "flows", "images", "predictions", "detections", "loops", "tasks", "answers",
                "answer_boxes", "settlements", "settlement_boxes",
            ], from: store)
        func labels() throws -> [String] {
            try earlier.read {
                try String.fetchAll($0, sql: "SELECT label FROM loop_labels ORDER BY 1")
            }
        }
        #expect(try labels() == ["dog"])
        try Schema.migrator.migrate(earlier)
        #expect(try labels() == ["cow", "dog"])
    }
}
