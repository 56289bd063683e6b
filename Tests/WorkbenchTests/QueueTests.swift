import HumanReview
import Screen
import Testing
import Workbench

/// The review queue fills while the reviewer works or waits.
@Suite struct QueueTests {
    private func progress(depth: Int, rate: Double = 8.25) -> Event {
        .queueProgressed(QueueProgress(depth: depth, atWork: 1, rate: rate, model: "v1"))
    }

    private func summary(waiting: Int) -> Event {
        .summarized(QueueSummary(waiting: waiting, heldByOthers: 0, completed: 1, total: 9))
    }

    private static func isClaim(_ effect: Effect) -> Bool {
        guard case .claimNext = effect else { return false }
        return true
    }

    @Test func theHeaderShowsDepthAndRateWhileImagesWait() {
        var ana = Reviewer([.example()])
        ana.send(summary(waiting: 1))
        ana.send(progress(depth: 12))
        #expect(ana.screen[0].contains("queue 12, 8.3/s · "))
        ana.send(progress(depth: 12, rate: 41.6))
        #expect(ana.screen[0].contains("queue 12, 42/s · "))
        ana.send(progress(depth: 0))
        #expect(!ana.screen[0].contains("queue"))
    }

    @Test func waitingForTheModel() throws {
        var ana = Reviewer([], size: CellSize(columns: 80, rows: 24))
        ana.send(progress(depth: 12))
        try expectGolden(ana.screen, "waiting-80x24")
    }

    @Test func theStoreIsLookedAtOnceASecond() {
        var ana = Reviewer([.example()])
        let before = ana.effects.count { $0 == .refreshQueue }
        for _ in 0..<100 { ana.pass(milliseconds: 50) }
        #expect((4...5).contains(ana.effects.count { $0 == .refreshQueue } - before))
    }

    @Test func anEmptyScreenTakesUpWhatComes() {
        var ana = Reviewer([])
        ana.queue.append(.example())
        ana.pass(milliseconds: 1_000)
        #expect(ana.effects.suffix(2) == [.refreshQueue, .refreshSummary])
        ana.send(summary(waiting: 1))
        #expect(ana.task?.task.loop.name == "loop-1")
    }

    @Test func thisProcesssLoopIsTakenUpAtOnce() {
        var ana = Reviewer([])
        ana.queue.append(.example())
        ana.send(.loopStarted)
        #expect(ana.task?.task.loop.name == "loop-1")
    }

    @Test func whatCannotBeTakenIsTriedOnceALook() {
        var ana = Reviewer([])
        for _ in 0..<5 {
            ana.pass(milliseconds: 1_000)
            ana.send(summary(waiting: 1))
            ana.send(summary(waiting: 1))
        }
        #expect(ana.effects.count(where: Self.isClaim) == 6)
    }

    @Test func aTaskOnTheScreenStays() {
        var ana = Reviewer([.example(), .example("loop-2")])
        ana.press("w")
        for event in [.loopStarted, summary(waiting: 2), progress(depth: 3)] { ana.send(event) }
        ana.pass(milliseconds: 2_000)
        #expect(ana.task?.task.loop.name == "loop-1")
        #expect(ana.effects.count(where: Self.isClaim) == 1)
    }

    @Test func helpIsNotTakenAway() {
        var ana = Reviewer([])
        ana.press("?")
        ana.queue.append(.example())
        ana.send(.loopStarted)
        #expect(ana.task == nil)
        ana.press("Esc")
        ana.send(.loopStarted)
        #expect(ana.task != nil)
    }

    @Test func aFailureIsTold() {
        var ana = Reviewer([.example()])
        ana.send(.queueFailed(reason: "model v1: damaged"))
        #expect(ana.screen.contains { $0.contains("model v1: damaged") })
    }
}
