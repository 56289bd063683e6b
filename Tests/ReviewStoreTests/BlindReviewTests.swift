import Annotations
import HumanReview
import Testing

@testable import ReviewStore

@Suite struct BlindReviewTests {
    let temporary: TemporaryWorkspace
    let store: SQLiteReviewStore
    let time = TemporaryWorkspace.time
    let ann = Worker(name: "ann")
    let bob = Worker(name: "bob")
    let cay = Worker(name: "cay")
    let dan = Worker(name: "dan")

    init() throws {
        temporary = try TemporaryWorkspace(taskCount: 3)
        store = try temporary.store()
        _ = try store.add([TemporaryWorkspace.image("a", scores: [0.3])], at: time)
    }

    /// Draws a box on a claimed task.
    private func draw(_ left: Int, on task: OpenTask, by worker: Worker) throws {
        let box = ReviewBox(
            id: 7, label: "cat", box: BoundingBox(left: left, top: 5, width: 20, height: 20))
        let edit = Edit(
            kind: .draw, changes: [BoxChange(before: nil, after: box)], worker: worker, time: time)
        try store.append([edit], at: task.journal.count, under: try #require(task.lease))
    }

    private func submit(_ task: OpenTask, by worker: Worker) throws -> HumanLoop {
        let current = try store.open(task.loop.name, for: worker, at: time)
        return try store.submit(
            current.answer(by: worker, at: time), under: try #require(current.lease))
    }

    @Test func nobodyGoesOnFromAnothersDraft() throws {
        let mine = try #require(try store.next(ann))
        try draw(1, on: mine, by: ann)
        try store.end(try #require(mine.lease), .release)
        let others = try [bob, cay, dan].map { try #require(try store.next($0)) }
        #expect(others.map(\.journal.count) == [0, 0, 0])
        #expect(others.map(\.draft.boxes.count) == [1, 1, 1])
        // Three tasks are all there are, and three people hold them.
        #expect(try store.next(Worker(name: "eve")) == nil)
        let waiting = try store.open(mine.loop.name, for: ann, at: time)
        #expect(waiting.lease == nil)
        #expect(waiting.journal.isEmpty)
        try store.end(try #require(others[2].lease), .release)
        let again = try #require(try store.next(ann))
        #expect(again.draft.boxes.map(\.label) == ["dog", "cat"])
        _ = try submit(again, by: ann)
        _ = try submit(others[0], by: bob)
        #expect(try submit(others[1], by: cay).status == .completed)
        #expect(try store.details(ofLoop: mine.loop.name).answers.map(\.worker) == [ann, bob, cay])
    }

    @Test func othersAnswersAreSeenAfterOnesOwn() throws {
        let first = try #require(try store.next(ann))
        let name = first.loop.name
        try draw(1, on: first, by: ann)
        _ = try submit(first, by: ann)
        let second = try #require(try store.next(bob))
        try draw(40, on: second, by: bob)
        for worker in [bob, cay] {
            let details = try store.details(ofLoop: name, for: worker)
            #expect(details.answers.isEmpty)
            #expect(details.output == nil)
            #expect(details.journal.allSatisfy { $0.worker == worker })
            #expect(try store.loopHistory(name, for: worker).revisions.map(\.answers) == [[]])
        }
        try store.end(try #require(second.lease), .decline)
        // For reading, since he has declined it.
        #expect(try store.open(name, for: bob, at: time).journal.isEmpty)
        #expect(try store.details(ofLoop: name, for: ann).answers.map(\.worker) == [ann])
        #expect(try store.loopHistory(name, for: ann).revisions.first?.answers.count == 1)
    }

    @Test func aLeadSeesEverything() throws {
        let lea = Worker(name: "lea")
        for worker in [ann, bob] {
            _ = try store.add(worker, as: .reviewer, by: lea, at: time)
        }
        let task = try #require(try store.next(ann))
        try draw(1, on: task, by: ann)
        _ = try submit(task, by: ann)
        #expect(try store.details(ofLoop: task.loop.name, for: lea).answers.count == 1)
        #expect(try store.details(ofLoop: task.loop.name, for: bob).answers.isEmpty)
    }

    @Test func nobodyIsGivenALoopTwice() throws {
        let task = try #require(try store.next(ann))
        #expect(try store.next(ann) == nil)
        _ = try submit(task, by: ann)
        #expect(try store.next(ann) == nil)
        #expect(try store.open(task.loop.name, for: ann, at: time).lease == nil)
        #expect(try [bob, cay].map { try store.next($0) != nil } == [true, true])
        #expect(try store.next(dan) == nil)
    }

    /// Three people, their boxes a known number of pixels off.
    @Test func answersAreConsolidatedAndStayAsTheyWere() throws {
        for (worker, left) in [(ann, 40), (bob, 43), (cay, 60)] {
            let task = try #require(try store.next(worker))
            try draw(left, on: task, by: worker)
            _ = try submit(task, by: worker)
        }
        let name = try #require(try store.loops(limit: 1).first?.name)
        let revision = try #require(try store.loopHistory(name, for: ann).latest)
        #expect(revision.answers.map { $0.boxes.last?.box.left } == [40, 43, 60])
        // The third does not overlap the others by half.
        #expect(revision.settlements.map(\.lead) == [nil])
        #expect(revision.settledBoxes?.map(\.box.left) == [10, 42])
        #expect(try store.integrityProblems() == [])
        #expect(try store.disputes(after: nil, limit: 9).map(\.differences) == [2])
        #expect(try store.disputes(after: name, limit: 9).isEmpty)
        let output = try #require(try store.details(ofLoop: name).output)
        #expect(output.answers.map { $0.boxes.last?.box.left } == [40, 43, 60])
        #expect(output.settledAnswer?.boxes.map(\.box.left) == [10, 42])
    }

    @Test func aSettledDisputeIsBackInItsPlaceWhenItIsTakenBack() throws {
        let lea = Worker(name: "lea")
        var name = ""
        for (worker, left) in [(ann, 1), (bob, 30), (cay, 60)] {
            let task = try #require(try store.next(worker))
            name = task.loop.name
            try draw(left, on: task, by: worker)
            _ = try submit(task, by: worker)
        }
        let dispute = try #require(try store.disputes(after: nil, limit: 9).first)
        try store.settle(name, as: [], revision: 1, by: lea, at: time)
        #expect(try store.disputeCount() == 0)
        let later = Timestamp(milliseconds: time.milliseconds + 60_000)
        #expect(
            try store.undoSettlement(by: lea, at: later)
                == UndoneSettlement(loop: name, isDisputed: true))
        #expect(try store.disputes(after: nil, limit: 9) == [dispute])
        #expect(try store.disputeCount() == 1)
        #expect(
            try store.loopPage(
                LoopFilter(terms: [.init(.isDisputed)]), after: nil, limit: 9, at: later,
                budget: 1_000
            ).rows.map(\.loop.name) == [name])
    }
}
