import HumanReview
import Testing

@testable import ReviewStore

/// What watchers are told of, in the order in which it happened.
@Suite struct NoticeTests {
    private let temporary: TemporaryWorkspace
    private let store: SQLiteReviewStore
    private let ann = Worker(name: "ann")
    private let start = WatchPosition(event: 0, late: TemporaryWorkspace.time)

    init() throws {
        temporary = try TemporaryWorkspace()
        store = try temporary.store()
    }

    private func time(_ minutes: Int64) -> Timestamp {
        Timestamp(milliseconds: TemporaryWorkspace.time.milliseconds + minutes * 60_000)
    }

    private func answer(at minutes: Int64) throws -> String {
        let task = try #require(try store.next(ann))
        return try store.submit(
            task.answer(by: ann, at: time(minutes)), under: try #require(task.lease)
        ).name
    }

    /// A settlement taken back between two answers, and a bulk accept taken back after them.
    private func work() throws {
        _ = try store.add(
            [
                TemporaryWorkspace.image("a", scores: [0.2]),
                TemporaryWorkspace.image("b", scores: [0.99]),
            ], at: time(0))
        let loop = try answer(at: 1)
        try store.settle(loop, as: [], revision: 1, by: ann, at: time(2))
        _ = try store.undoSettlement(by: ann, at: time(10))
        _ = try store.sendBack(loop, note: "again", to: nil, by: ann, at: time(15))
        _ = try answer(at: 60)
        let accepted = SheetDecision(accepted: .images(try store.confidentIDs))
        _ = try store.decide(accepted, by: ann, at: time(70))
        let decision = try #require(try store.latestDecision(of: ann))
        _ = try store.undoDecision(decision, by: ann, at: time(80))
    }

    private func minutes(_ notice: StatusNotice) -> Int64 {
        (notice.time.milliseconds - TemporaryWorkspace.time.milliseconds) / 60_000
    }

    /// A bulk accept that was taken back is told of by that alone: its own event is no more.
    @Test func allIsToldInTheOrderInWhichItHappened() throws {
        try work()
        let told = try store.notices(after: start, limit: 9)
        #expect(told.map { minutes($0.notice) } == [1, 10, 60, 80])
        let last = try #require(told.last).position
        #expect(last.withdrawal == 1 && last.settlementWithdrawal == 1)
        #expect(try store.notices(after: last, limit: 9).isEmpty)
    }

    @Test func whoeverGoesOnFromAPositionIsToldOfTheRest() throws {
        try work()
        let all = try store.notices(after: start, limit: 9).map(\.notice)
        for limit in 1...3 {
            var (told, position) = ([StatusNotice](), start)
            for _ in all {
                let page = try store.notices(after: position, limit: limit)
                told += page.map(\.notice)
                position = page.last?.position ?? position
            }
            #expect(told == all)
            #expect(try store.notices(after: position, limit: limit).isEmpty)
        }
    }

    @Test func whatHappenedAtOneTimeIsToldFromItsEventOn() throws {
        _ = try store.add([TemporaryWorkspace.image("a", scores: [0.2])], at: time(0))
        let loop = try answer(at: 5)
        try store.settle(loop, as: [], revision: 1, by: ann, at: time(5))
        _ = try store.undoSettlement(by: ann, at: time(5))
        let told = try store.notices(after: start, limit: 9).map(\.notice)
        guard case .ended = told.first, case .settlementWithdrawn = told.last else {
            Issue.record("\(told)")
            return
        }
        #expect(told.count == 2)
    }
}
