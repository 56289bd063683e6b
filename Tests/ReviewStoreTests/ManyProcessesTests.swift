import Annotations
import Foundation
import HumanReview
import Testing

@testable import ReviewStore
import TestSupport

@Suite(.serialized) struct ManyProcessesTests {
    let temporary: TemporaryWorkspace
    let store: SQLiteReviewStore
    let ann = Worker(name: "ann")

    init() throws {
        temporary = try TemporaryWorkspace()
        store = try temporary.store()
    }

    private func add(_ count: Int) throws {
        let images = (0..<count).map {
            TemporaryWorkspace.image("\($0)", scores: [Double($0) / Double(2 * count + 1)])
        }
        _ = try store.add(images, at: TemporaryWorkspace.time)
    }

    @Test func thirtyTwoProcessesTakeEachOfAThousandLoopsOnce() throws {
        try add(1_000)
        let workers = try (0..<32).map {
            try WorkerProcess("claim", temporary.workspace, as: "worker \($0)")
        }
        let claimed = workers.map { $0.lines() }
        #expect(claimed.joined().count == 1_000)
        #expect(Set(claimed.joined()).count == 1_000)
        #expect(claimed.count { !$0.isEmpty } == 32)
        #expect(try store.next(ann) == nil)
        #expect(try store.summary(for: ann).heldByOthers == 1_000)
        #expect(try store.summary(for: ann).waiting == 0)
    }

    @Test func aKilledHoldersTaskIsFreeAtOnceWithItsDraft() throws {
        try add(1)
        let holder = try WorkerProcess("edit", temporary.workspace, as: "ann")
        let loop = try #require(holder.line())
        while let line = holder.line(), line != "50" {}
        let other = try store.open(loop, for: ann, at: TemporaryWorkspace.time)
        #expect(other.lease == nil)
        #expect(other.holder == ann)
        holder.kill()
        let task = try #require(try store.next(ann))
        #expect(task.loop.name == loop)
        #expect(task.draft.boxes.count >= 50)
    }

    @Test func everyEditThatWasAcknowledgedSurvivesAKill() throws {
        try add(1)
        var generator = SeededGenerator(seed: 7)
        var acknowledged = 0
        for _ in 0..<15 {
            let holder = try WorkerProcess("edit", temporary.workspace, as: "ann")
            _ = holder.line()
            let target = acknowledged + Int.random(in: 1...20, using: &generator)
            while let line = holder.line(), let count = Int(line) {
                acknowledged = count
                if count >= target { break }
            }
            holder.kill()
            while let line = holder.line(), let count = Int(line) { acknowledged = count }
            let task = try #require(try store.next(ann))
            #expect(task.journal.count >= acknowledged)
            acknowledged = task.journal.count
            #expect(task.draft.boxes.map(\.box.left) == Array(0..<task.journal.count))
            try store.end(try #require(task.lease), .release)
        }
    }

    @Test func aSilentHoldersTaskIsFreeWhenItsLeaseHasRunOut() throws {
        try add(1)
        let holder = try WorkerProcess(
            "edit-and-stop", temporary.workspace, as: "bob", leaseSeconds: 2)
        let loop = try #require(holder.line())
        #expect(holder.line() == "1")
        #expect(try store.next(ann) == nil)
        Thread.sleep(forTimeInterval: 2.1)
        let task = try #require(try store.next(ann))
        #expect(task.loop.name == loop)
        holder.go()
        var last: String?
        while let line = holder.line() { last = line }
        #expect(
            last == "failed: \(ReviewError.leaseLost(loop: loop, holder: ann).description)")
        let journal = try store.details(ofLoop: loop).journal
        #expect(journal == task.journal)
    }

    @Test func aKillAtAnyPointOfASubmissionLeavesWholeFilesAndOneEventEach() throws {
        try add(120)
        var generator = SeededGenerator(seed: 3)
        var round = 0
        while try store.summary(for: ann).waiting > 0 {
            round += 1
            try #require(round < 500)
            let workers = try ["ann", "bob"].map {
                try WorkerProcess("submit", temporary.workspace, as: $0)
            }
            for worker in workers { _ = worker.line() }
            usleep(UInt32.random(in: 0...20_000, using: &generator))
            for worker in workers { worker.kill() }
            #expect(try tornOutputs().isEmpty)
        }
        let events = try completedLoopsOfEvents(try temporary.store())
        #expect(events.count == 120)
        #expect(Set(events).count == 120)
        #expect(try store.integrityProblems() == [])
        #expect(temporary.outputFiles.count { $0.hasSuffix("/output.json") } == 120)
        #expect(temporary.outputFiles.count == 120)
        #expect(round > 1)
    }

    /// Output objects that are not whole JSON.
    private func tornOutputs() throws -> [String] {
        temporary.outputFiles.filter { $0.hasSuffix("/output.json") }.filter { file in
            let path = temporary.workspace.outputPath + "/" + file
            guard let data = FileManager.default.contents(atPath: path) else { return true }
            return (try? JSONSerialization.jsonObject(with: data)) == nil
        }
    }

    private func completedLoopsOfEvents(_ store: SQLiteReviewStore) throws -> [String] {
        try temporary.eventLines.map { line in
            let event = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            let detail = try #require(event?["detail"] as? [String: Any])
            #expect(detail["humanLoopStatus"] as? String == "Completed")
            return try #require(detail["humanLoopName"] as? String)
        }
    }
}
