import Annotations
import Foundation
import HumanReview
import Testing

@testable import ReviewStore

@Suite(.enabled(if: SmallDisk.isPossible, "mounting a small disk takes root"))
struct FullDiskTests {
    let disk: SmallDisk
    let temporary: TemporaryWorkspace
    let store: SQLiteReviewStore
    let task: OpenTask
    let lease: Lease
    let ann = Worker(name: "ann")

    init() throws {
        disk = try SmallDisk()
        temporary = try TemporaryWorkspace(in: disk.path)
        store = try temporary.store()
        _ = try store.add(
            [TemporaryWorkspace.image("a", scores: [0.3])], at: TemporaryWorkspace.time)
        task = try #require(try store.next(ann))
        lease = try #require(task.lease)
    }

    private func isFull(_ body: () throws -> Void) -> Bool {
        do {
            try body()
        } catch ReviewError.full {
            return true
        } catch {
            Issue.record("\(error)")
        }
        return false
    }

    @Test func editsGoOnWhereTheyStoppedWhenThereIsRoomAgain() throws {
        let edit = Edit(
            kind: .draw,
            changes: [
                .init(
                    before: nil,
                    after: ReviewBox(
                        id: 1, label: String(repeating: "long ", count: 100),
                        box: .init(left: 0, top: 0, right: 1, bottom: 1)))
            ], worker: ann, time: TemporaryWorkspace.time)
        try disk.fill(leaving: 100_000)
        var saved = 0
        while !isFull({ try store.append([edit], at: saved, under: lease) }) {
            saved += 1
            try #require(saved < 10_000)
        }
        #expect(saved > 0)
        #expect(try store.details(ofLoop: task.loop.name).journal.count == saved)
        disk.empty()
        try store.append([edit, edit], at: saved, under: lease)
        let reopened = try temporary.store().details(ofLoop: task.loop.name)
        #expect(reopened.journal == Array(repeating: edit, count: saved + 2))
    }

    /// Whatever room there is, a submission is whole or has changed nothing, and succeeds later.
    @Test(arguments: [0, 4_096, 8_192, 12_288, 16_384, 20_480, 28_672, 40_960, 65_536])
    func aSubmissionOnAFullDiskChangesNothing(rest: Int) throws {
        try disk.fill(leaving: rest)
        let answer = task.answer(by: ann, at: TemporaryWorkspace.time)
        if isFull({ _ = try store.submit(answer, under: lease) }) {
            let details = try store.details(ofLoop: task.loop.name)
            #expect(details.loop.status == .inProgress)
            #expect(details.answers.isEmpty)
            #expect(temporary.outputFiles.isEmpty)
            #expect(temporary.eventLines.isEmpty)
            disk.empty()
            #expect(try store.submit(answer, under: lease).status == .completed)
        } else {
            #expect(rest > 0)
        }
        #expect(temporary.outputFiles.count == 1)
        #expect(temporary.eventLines.count == 1)
        #expect(try store.integrityProblems() == [])
    }

    @Test func imagesAreAddedAllOrNone() throws {
        try disk.fill(leaving: 60_000)
        let images = (0..<300).map { TemporaryWorkspace.image("more \($0)", scores: [0.3, 0.2]) }
        #expect(isFull { _ = try store.add(images, at: TemporaryWorkspace.time) })
        #expect(try store.status(at: TemporaryWorkspace.time).images == 1)
        disk.empty()
        _ = try store.add(Array(images.prefix(20)), at: TemporaryWorkspace.time)
        #expect(try store.status(at: TemporaryWorkspace.time).images == 21)
    }

    @Test(arguments: [0, 4_096, 8_192, 16_384, 32_768, 65_536])
    func aPredictionOnAFullDiskChangesNothingAndIsStoredLater(rest: Int) throws {
        try store.putInService("one")
        _ = try store.add([TemporaryWorkspace.image("b")], at: TemporaryWorkspace.time)
        guard case .job(let job) = try store.claimPrediction() else { throw CancellationError() }
        let detections = (0..<400).map { Detection.dog(Double($0) / 1_000) }
        try disk.fill(leaving: rest)
        func finish() throws -> Bool {
            guard case .loop = try store.finish(job, detections, at: TemporaryWorkspace.time)
            else { return false }
            return true
        }
        if isFull({ _ = try finish() }) {
            #expect(try store.queueProgress(at: TemporaryWorkspace.time).depth == 1)
            #expect(try store.loops(limit: 9).count == 1)
            disk.empty()
            #expect(try finish())
        }
        #expect(try store.queueProgress(at: TemporaryWorkspace.time).depth == 0)
        #expect(try store.loops(limit: 9).count == 2)
        #expect(try store.integrityProblems() == [])
    }
}
