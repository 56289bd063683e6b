import Foundation
import GRDB
import HumanReview
import Testing

@testable import ReviewStore

/// What a lead does to loops, and what A2I's consumers, the queue and the holders see of it.
@Suite struct LoopActionTests {
    let temporary: TemporaryWorkspace
    let turned = TurnedClock()
    let store: SQLiteReviewStore
    let lead = Worker(name: "lea")
    let ann = Worker(name: "ann")
    let bob = Worker(name: "bob")
    let time = Timestamp(milliseconds: TemporaryWorkspace.time.milliseconds + 60_000)

    init() throws {
        temporary = try TemporaryWorkspace()
        store = try temporary.store(leaseSeconds: 120, clock: turned.clock)
        _ = try store.add(
            ["a", "b", "c"].map { TemporaryWorkspace.image($0, scores: [0.3]) },
            at: TemporaryWorkspace.time)
    }

    private func all() -> LoopSelection { .matching(LoopFilter(order: .oldestFirst), except: []) }

    private func status(_ loop: String) throws -> HumanLoop.Status {
        try store.details(ofLoop: loop).loop.status
    }

    private func add(_ role: WorkerRole, _ workers: Worker...) throws {
        try store.write { db in
            for worker in workers {
                try db.execute(
                    sql: "INSERT INTO workers (name, role, creation_time) VALUES (?, ?, 0)",
                    arguments: [worker.name, role.rawValue])
            }
        }
    }

    @Test func whatNobodyHoldsIsStoppedAtOnceAndHeldOnesWhenTheyAreLeft() throws {
        let task = try #require(try store.next(ann))
        let preview = try store.preview(.stop, on: all(), by: lead, at: time)
        #expect(preview == LoopActionOutcome(chosen: 3, changed: 3, held: 1))
        #expect(try store.perform(.stop, on: all(), by: lead, at: time) == preview)
        #expect(temporary.eventLines.count { $0.contains("\"Stopped\"") } == 2)
        #expect(try status(task.loop.name) == .stopping)
        #expect(try store.next(bob) == nil)

        try store.end(try #require(task.lease), .release)
        #expect(try store.next(ann) == nil)
        #expect(try status(task.loop.name) == .stopped)
        #expect(temporary.eventLines.count == 3)
        #expect(temporary.outputFiles.isEmpty)
        #expect(try store.open(task.loop.name, for: ann, at: time).lease == nil)
    }

    @Test func whatIsSubmittedWhileStoppingIsWritten() throws {
        let task = try #require(try store.next(ann))
        let lease = try #require(task.lease)
        _ = try store.perform(.stop, on: .named([task.loop.name]), by: lead, at: time)
        try store.append(
            [Edit(kind: .activity, worker: ann, time: time)], at: 0, under: lease)
        let loop = try store.submit(task.answer(by: ann, at: time), under: lease)
        #expect(loop.status == .stopped)
        #expect(temporary.outputFiles.count == 1)
        #expect(temporary.eventLines.count == 1)
        #expect(temporary.eventLines.allSatisfy { $0.contains("\"Stopped\"") })
    }

    @Test func aStoppedLoopWhoseHolderVanishedEndsByItself() throws {
        let task = try #require(try store.next(ann))
        _ = try store.perform(.stop, on: .named([task.loop.name]), by: lead, at: time)
        turned.turn(seconds: 500)
        _ = try store.queueProgress(at: time)
        #expect(try status(task.loop.name) == .stopped)
    }

    @Test func aReleasedHolderIsToldAndTheDraftStays() throws {
        let task = try #require(try store.next(ann))
        let lease = try #require(task.lease)
        let edit = Edit(kind: .activity, worker: ann, time: time)
        try store.append([edit], at: 0, under: lease)
        let outcome = try store.perform(.release, on: all(), by: lead, at: time)
        #expect(outcome == LoopActionOutcome(chosen: 3, changed: 1, held: 1))
        #expect(throws: ReviewError.leaseLost(loop: task.loop.name, holder: nil)) {
            try store.append([edit], at: 1, under: lease)
        }
        let again = try store.open(task.loop.name, for: bob, at: time)
        #expect(again.lease != nil)
        #expect(again.journal == [edit])
    }

    @Test func aReassignedLoopIsGivenToNobodyElse() throws {
        let names = try store.loops(limit: 2).map(\.name)
        let held = try #require(try store.next(ann))
        _ = try store.perform(.reassign(to: bob), on: .named(names), by: lead, at: time)
        #expect(throws: ReviewError.self) { try store.renew(try #require(held.lease)) }
        let left = try #require(try store.next(ann))
        #expect(!names.contains(left.loop.name))
        #expect(try store.next(ann) == nil)
        #expect(try store.open(names[0], for: ann, at: time).lease == nil)
        // What a lead gives somebody comes first.
        #expect(try names.contains(#require(try store.next(bob)).loop.name))
        #expect(
            try store.loopPage(
                LoopFilter("assigned:bob"), after: nil, limit: 9, at: time, budget: 1_000
            ).rows.compactMap(\.assignee) == [bob, bob])
    }

    @Test func stoppedLoopsAreReopenedWithTheirTasks() throws {
        _ = try store.perform(.stop, on: all(), by: lead, at: time)
        let outcome = try store.perform(.reopen, on: all(), by: lead, at: time)
        #expect(outcome.changed == 3)
        #expect(try store.next(ann) != nil)
        #expect(try store.summary(for: ann).waiting == 3)
    }

    @Test func completedLoopsAreLeftAlone() throws {
        let task = try #require(try store.next(ann))
        _ = try store.submit(task.answer(by: ann, at: time), under: try #require(task.lease))
        for action in [LoopAction.stop, .reopen, .release, .reassign(to: bob)] {
            let outcome = try store.perform(
                action, on: .named([task.loop.name]), by: lead, at: time)
            #expect(outcome == LoopActionOutcome(chosen: 1, changed: 0, held: 0))
        }
        #expect(try status(task.loop.name) == .completed)
    }

    @Test func aFailedLoopIsReopenedOnlyWhenItsTemplateRenders() throws {
        let broken = try TemporaryWorkspace(
            template: BuiltInTemplate.source().replacingOccurrences(
                of: "{{ task.input.taskObject", with: "{{ task.input.taskObject.nothing"))
        let store = try broken.store()
        _ = try store.add([TemporaryWorkspace.image("x", scores: [0.3])], at: time)
        guard try store.loops(limit: 1).first?.status == .failed else { return }
        #expect(try store.perform(.reopen, on: all(), by: lead, at: time).changed == 0)
        try store.write { db in
            try db.execute(
                sql: "UPDATE flows SET template = ?", arguments: [BuiltInTemplate.source()])
        }
        #expect(try store.perform(.reopen, on: all(), by: lead, at: time).changed == 1)
        let loop = try #require(try store.next(ann)).loop
        #expect(loop.failureReason == nil)
    }

    @Test func theLastActionIsTakenBackWhereLoopsHaveNotGoneOn() throws {
        let names = try store.loops(limit: 3).map(\.name)
        _ = try store.perform(.stop, on: all(), by: lead, at: time)
        _ = try store.perform(.reopen, on: .named([names[0]]), by: ann, at: time)
        #expect(
            try store.undoLoopAction(by: lead, at: time)
                == LoopActionUndo(action: .stop, changed: 2, kept: 1))
        #expect(try store.loops(status: .inProgress, limit: 9).count == 3)
        #expect(try store.undoLoopAction(by: lead, at: time) == nil)
        #expect(
            try store.undoLoopAction(by: ann, at: time)
                == LoopActionUndo(action: .reopen, changed: 1, kept: 0))
        #expect(try status(names[0]) == .stopped)
    }

    @Test func aReassignmentIsTakenBackToWhoHadItBefore() throws {
        _ = try store.perform(.reassign(to: ann), on: all(), by: lead, at: time)
        _ = try store.perform(.reassign(to: bob), on: all(), by: lead, at: time)
        #expect(try store.next(ann) == nil)
        #expect(try store.undoLoopAction(by: lead, at: time)?.changed == 3)
        #expect(try store.next(bob) == nil)
        #expect(try store.next(ann) != nil)
    }

    @Test func whoIsNoLeadMayNot() throws {
        try add(.lead, lead)
        try add(.reviewer, ann, bob)
        let refusal = ReviewError.notPermitted(worker: ann, .manageLoops, allowed: [lead])
        for action in [LoopAction.stop, .release, .reassign(to: bob), .reopen] {
            #expect(throws: refusal) {
                try store.preview(action, on: all(), by: ann, at: time)
            }
            #expect(throws: refusal) {
                try store.perform(action, on: all(), by: ann, at: time)
            }
        }
        #expect(throws: refusal) { try store.undoLoopAction(by: ann, at: time) }
        #expect(refusal.description.hasSuffix("ask lea"))
        #expect(throws: ReviewError.self) {
            try store.perform(
                .reassign(to: Worker(name: "nobody")), on: all(), by: lead, at: time)
        }
        #expect(try store.loops(status: .inProgress, limit: 9).count == 3)
    }

    @Test func manyLoopsAreChangedPieceByPiece() throws {
        _ = try store.add(
            (0..<500).map { TemporaryWorkspace.image("m\($0)", scores: [0.3]) }, at: time)
        let outcome = try store.perform(
            .stop, on: .matching(LoopFilter(), except: ["x"]), by: lead, at: time)
        #expect(outcome.changed == 503)
        #expect(temporary.eventLines.count == 503)
        #expect(try store.undoLoopAction(by: lead, at: time)?.changed == 503)
    }
}
