import Foundation
import GRDB
import HumanReview
import Synchronization
import Testing

@testable import ReviewStore

/// A clock that tests turn.
final class TurnedClock: Sendable {
    private let state = Mutex(LeaseClock.Instant(boot: "boot one", nanoseconds: 0))

    var clock: LeaseClock { LeaseClock { self.state.withLock { $0 } } }

    func turn(seconds: Double) { state.withLock { $0.nanoseconds += Int64(seconds * 1e9) } }

    func reboot() { state.withLock { $0 = .init(boot: "boot two", nanoseconds: 0) } }
}

@Suite struct LeaseTests {
    let temporary: TemporaryWorkspace
    let turned = TurnedClock()
    let store: SQLiteReviewStore
    let ann = Worker(name: "ann")
    let bob = Worker(name: "bob")
    let edit = Edit(kind: .activity, worker: Worker(name: "ann"), time: TemporaryWorkspace.time)

    init() throws {
        temporary = try TemporaryWorkspace()
        store = try temporary.store(leaseSeconds: 120, clock: turned.clock)
        _ = try store.add(
            [TemporaryWorkspace.image("a", scores: [0.3])], at: TemporaryWorkspace.time)
    }

    @Test func aLeaseRunsOutUnlessRenewed() throws {
        let lease = try #require(try store.next(ann)?.lease)
        turned.turn(seconds: 119)
        #expect(try store.next(bob) == nil)
        try store.renew(lease)
        turned.turn(seconds: 119)
        #expect(try store.next(bob) == nil)
        turned.turn(seconds: 2)
        #expect(try store.next(bob) != nil)
    }

    @Test func whoeverComesBackToAnUntakenTaskStillHasIt() throws {
        let lease = try #require(try store.next(ann)?.lease)
        turned.turn(seconds: 500)
        try store.append([edit], at: 0, under: lease)
        try store.renew(lease)
        #expect(try store.next(bob) == nil)
    }

    @Test func aStaleWriterIsToldAndChangesNothing() throws {
        let task = try #require(try store.next(ann))
        let lease = try #require(task.lease)
        try store.append([edit], at: 0, under: lease)
        turned.turn(seconds: 500)
        let taken = try #require(try store.next(bob))
        #expect(taken.journal == [edit])
        let lost = ReviewError.leaseLost(loop: task.loop.name, holder: bob)
        let answer = task.answer(by: ann, at: TemporaryWorkspace.time)
        #expect(throws: lost) { try store.append([edit], at: 1, under: lease) }
        #expect(throws: lost) { try store.renew(lease) }
        #expect(throws: lost) { try store.end(lease, .decline) }
        #expect(throws: lost) { _ = try store.submit(answer, under: lease) }
        let details = try store.details(ofLoop: task.loop.name)
        #expect(details.journal == [edit])
        #expect(details.answers.isEmpty)
        #expect(details.holders == [bob])
        #expect(temporary.outputFiles.isEmpty)
    }

    @Test func aLeaseGrantedAgainToTheSameWorkerOutdatesTheFirst() throws {
        let first = try #require(try store.next(ann))
        let lease = try #require(first.lease)
        turned.turn(seconds: 500)
        let second = try #require(try store.next(ann)?.lease)
        #expect(second.token != lease.token)
        #expect(throws: ReviewError.leaseLost(loop: first.loop.name, holder: ann)) {
            try store.append([edit], at: 0, under: lease)
        }
    }

    @Test func aRebootFreesEveryTask() throws {
        turned.turn(seconds: 1_000)
        _ = try store.next(ann)
        turned.reboot()
        #expect(try store.next(bob) != nil)
    }

    /// The wall clock reaches the store only as the times of edits and loops.
    @Test func jumpsOfTheWallClockMoveNoLease() throws {
        let store = try temporary.store()
        for time in [Int64.min / 2, Int64.max / 2, 0].map(Timestamp.init(milliseconds:)) {
            let claim = try store.claimNext(for: ann, at: time, excluding: [])
            guard case .task(let task) = claim, let lease = task.lease else {
                Issue.record("no task at \(time.milliseconds)")
                return
            }
            #expect(
                try store.claimNext(for: bob, at: time, excluding: []) == .nothing(heldByOthers: 1))
            try store.end(lease, .release)
        }
    }

    @Test func theSystemsClockCountsNanosecondsOfThisBoot() throws {
        let before = LeaseClock.system.now
        Thread.sleep(forTimeInterval: 0.05)
        let after = LeaseClock.system.now
        #expect(before.boot == after.boot)
        #expect(before.boot.count == 36)
        #expect((50_000_000...5_000_000_000).contains(after.nanoseconds - before.nanoseconds))
    }

    @Test func endedTasksCannotBeTakenByOldLeases() throws {
        let task = try #require(try store.next(ann))
        let lease = try #require(task.lease)
        try store.end(lease, .release)
        #expect(throws: ReviewError.leaseLost(loop: task.loop.name, holder: nil)) {
            try store.renew(lease)
        }
    }
}
