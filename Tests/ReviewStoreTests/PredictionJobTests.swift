import Annotations
import GRDB
import HumanReview
import Synchronization
import Testing

@testable import ReviewStore

@Suite struct PredictionJobTests {
    let temporary: TemporaryWorkspace
    let store: SQLiteReviewStore
    let ann = Worker(name: "ann")
    private let time = TemporaryWorkspace.time

    init() throws {
        temporary = try TemporaryWorkspace(
            conditions: ActivationConditions(reviewLabels: ["person"]))
        store = try temporary.store()
    }

    private func add(_ names: String..., scores: [Double]? = nil) throws -> [IntakeOutcome] {
        try store.add(names.map { TemporaryWorkspace.image($0, scores: scores) }, at: time)
    }

    private func job(_ store: SQLiteReviewStore? = nil) throws -> PredictionJob? {
        guard case .job(let job) = try (store ?? self.store).claimPrediction() else { return nil }
        return job
    }

    private func depth() throws -> Int { try store.queueProgress(at: time).depth }

    @Test func withoutAModelImagesStartLoopsAsBefore() throws {
        guard case .loop = try add("a")[0] else { throw CancellationError() }
        #expect(try store.claimPrediction() == .noModel)
        #expect(try depth() == 0)
    }

    @Test func withAModelImagesWaitForIt() throws {
        try store.putInService("one")
        #expect(try add("a", "b") == [.queued, .queued])
        #expect(try add("c", scores: [0.9]) == [.confident])
        #expect(try store.next(ann) == nil)
        #expect(try depth() == 2)
        let job = try #require(try job())
        #expect(job.image.path == "/photos/a.jpg")
        #expect(job.model.name == "one")
        guard case .loop(let name) = try store.finish(job, [.dog(0.4), .dog(0.3)], at: time) else {
            throw CancellationError()
        }
        let task = try #require(try store.next(ann))
        #expect(task.loop.name == name)
        #expect(task.loop.score == 0.4)
        #expect(task.initialBoxes.map(\.score) == [0.4, 0.3])
        #expect(try depth() == 1)
        #expect(try store.integrityProblems() == [])
    }

    @Test func eachReasonStartsALoopAndConfidenceNone() throws {
        try store.putInService("one")
        _ = try add("a", "b", "c", "d")
        let said: [[Detection]] = [
            [], [.dog(0.49)], [.dog(0.9), .dog(0.21, "person")], [.dog(0.9)],
        ]
        let isLoop = try said.map { detections in
            guard case .loop = try store.finish(try #require(try job()), detections, at: time)
            else { return false }
            return true
        }
        #expect(isLoop == [true, true, true, false])
        #expect(try store.status(at: time).confident == 1)
        #expect(try store.claimPrediction() == .nothing(atWork: 0))
    }

    @Test func addingAgainChangesNothingWhileImagesWaitAndAfter() throws {
        try store.putInService("one")
        _ = try add("a", "b")
        #expect(try add("a", "b") == [.unchanged, .unchanged])
        _ = try store.finish(try #require(try job()), [.dog(0.9)], at: time)
        #expect(try add("a", "b") == [.unchanged, .unchanged])
        #expect(try depth() == 1)
    }

    @Test func loopsThatNobodyOpenedAreGivenToTheModelWhenAddedAgain() throws {
        _ = try add("a", "b")
        _ = try store.next(ann)
        try store.putInService("one")
        #expect(try add("a", "b") == [.unchanged, .queued])
        #expect(try store.loops(limit: 9).count == 1)
    }

    @Test func aPredictionThatComesWithTheImageIsTakenInstead() throws {
        try store.putInService("one")
        _ = try add("a")
        let job = try #require(try job())
        #expect(try add("a", scores: [0.9]) == [.confident])
        #expect(try store.finish(job, [.dog(0.1)], at: time) == nil)
        #expect(try depth() == 0)
        #expect(try store.predictionCounts().map(\.model) == ["1"])
    }

    @Test func aBrokenImageIsRecordedAndPassed() throws {
        try store.putInService("one")
        _ = try add("a", "b")
        #expect(try store.fail(try #require(try job()), reason: "torn", at: time))
        #expect(try store.problems(limit: 9).map(\.reason) == ["torn"])
        #expect(try job()?.image.path == "/photos/b.jpg")
        // Put right, it is taken up by adding it again.
        #expect(try add("a") == [.queued])
        #expect(try store.problems(limit: 9).isEmpty)
    }

    @Test func detectionsThatAreNoNumbersAreAProblem() throws {
        try store.putInService("one")
        _ = try add("a")
        guard case .problem = try store.finish(try #require(try job()), [.dog(.nan)], at: time)
        else { throw CancellationError() }
        #expect(try store.problems(limit: 9).count == 1)
        #expect(try depth() == 0)
    }

    @Test func aLeaseThatRanOutCountsUntilAnotherTakesTheImage() throws {
        let now = Mutex<Int64>(0)
        let clock = LeaseClock { .init(boot: "b", nanoseconds: now.withLock { $0 }) }
        let (slow, other) = (
            try temporary.store(leaseSeconds: 1, clock: clock),
            try temporary.store(leaseSeconds: 1, clock: clock)
        )
        try store.putInService("one")
        _ = try add("a", "b", "c")
        let jobs = [try #require(try job(slow)), try #require(try job(slow))]
        now.withLock { $0 = 900_000_000 }
        #expect(try slow.renew(jobs[1]))
        now.withLock { $0 = 1_500_000_000 }
        let taken = try #require(try job(other))
        #expect(taken.image == jobs[0].image)
        #expect(try slow.finish(jobs[0], [.dog(0.9)], at: time) == nil)
        #expect(try !slow.renew(jobs[0]))
        #expect(try !slow.fail(jobs[0], reason: "late", at: time))
        try slow.release(jobs[0])
        now.withLock { $0 = 9_000_000_000 }
        #expect(try slow.finish(jobs[1], [.dog(0.9)], at: time) == .confident)
        #expect(try other.finish(taken, [.dog(0.9)], at: time) == .confident)
        #expect(try job(other)?.image.path == "/photos/c.jpg")
        #expect(try store.predictionCounts().map(\.count) == [2])
    }

    @Test(arguments: [Int64.min, -1_000_000_000, 0, Int64.max])
    func aClockThatJumpsLosesNoImage(reading: Int64) throws {
        let now = Mutex<LeaseClock.Instant>(.init(boot: "b", nanoseconds: 0))
        let clock = LeaseClock { now.withLock { $0 } }
        let other = try temporary.store(leaseSeconds: 1, clock: clock)
        try store.putInService("one")
        _ = try add("a")
        let job = try #require(try job(other))
        now.withLock { $0 = .init(boot: reading == 0 ? "another" : "b", nanoseconds: reading) }
        switch try other.claimPrediction() {
        case .nothing(let atWork): #expect(atWork == 1)
        case .job(let again): #expect(again.image == job.image)
        case .noModel: Issue.record("no model")
        }
        now.withLock { $0 = .init(boot: "a third", nanoseconds: 0) }
        let last = try #require(try self.job(other))
        #expect(try other.finish(last, [.dog(0.9)], at: time) == .confident)
        #expect(try depth() == 0)
    }

    @Test func onlyEndsOfProcessesCountAsAttempts() throws {
        let now = Mutex<Int64>(0)
        let clock = LeaseClock { .init(boot: "b", nanoseconds: now.withLock { $0 }) }
        let store = try temporary.store(leaseSeconds: 1, clock: clock)
        try store.putInService("one")
        _ = try add("a", "b")
        for attempts in 0..<3 {
            let job = try #require(try job(store))
            #expect(job.image.path == "/photos/a.jpg")
            #expect(job.attempts == attempts)
            try store.release(job)
            let again = try #require(try self.job(store))
            #expect(again.attempts == attempts)
            now.withLock { $0 += 2_000_000_000 }
        }
        let last = try #require(try job(store))
        #expect(last.attempts == 3)
        #expect(try store.fail(last, reason: "given up", at: time))
        #expect(try job(store)?.attempts == 0)
        #expect(try add("a") == [.queued])
        #expect(try job(store)?.attempts == 0)
    }

    @Test func givenBackAnImageIsFreeAtOnce() throws {
        try store.putInService("one")
        _ = try add("a")
        try store.release(try #require(try job()))
        #expect(try store.queueProgress(at: time).atWork == 0)
        #expect(try job() != nil)
        #expect(try store.queueProgress(at: time).atWork == 1)
        #expect(try store.claimPrediction() == .nothing(atWork: 1))
    }

    @Test func theRateIsThatOfTheLastTenSeconds() throws {
        try store.putInService("one")
        _ = try store.add((0..<30).map { TemporaryWorkspace.image("\($0)") }, at: time)
        for second in 0..<30 {
            let moment = Timestamp(milliseconds: time.milliseconds + Int64(second) * 500)
            _ = try store.finish(try #require(try job()), [.dog(0.9)], at: moment)
        }
        func rate(_ seconds: Int64) throws -> Double {
            try store.queueProgress(
                at: Timestamp(milliseconds: time.milliseconds + seconds * 1_000)
            ).rate
        }
        #expect(try rate(-1) == 0)
        #expect(try (1.9...2.3).contains(rate(4)))
        #expect(try (1.9...2.3).contains(rate(14)))
        #expect(try rate(60) == 0)
    }

    @Test func aStoreOfTheFirstVersionIsBroughtUpToDate() throws {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 human review") { db in
            for statements in [
                Schema.flows, Schema.images, Schema.predictions, Schema.loops, Schema.tasks,
                Schema.answers, Schema.events, Schema.tallies,
            ] { try db.execute(sql: statements) }
            try db.execute(
                sql: """
                    INSERT INTO flows VALUES (1, 'f', 0, 't', 'd', '["dog"]', 'x', 0.5, 0.2, 1);
                    INSERT INTO images VALUES (1, '/a', 'file:///a', 's', 1, 1, 1, 0);
                    INSERT INTO predictions VALUES (1, 1, 'old', 0);
                    """)
        }
        let workspace = try Workspace.create(at: temporary.workspace.path + "/old")
        try migrator.migrate(DatabaseQueue(path: workspace.storePath))
        let store = try SQLiteReviewStore(workspace: workspace)
        let conditions = try #require(try store.flow()).activationConditions
        #expect(conditions == ActivationConditions())
        #expect(try store.predictionCounts().map(\.model) == ["old"])
        #expect(try store.integrityProblems() == [])
    }
}

extension Detection {
    /// A detection of a dog, or something else, with a score.
    static func dog(_ score: Double, _ label: String = "dog") -> Detection {
        var detection = TemporaryWorkspace.detection(score: score)
        detection.label = label
        return detection
    }
}

extension SQLiteReviewStore {
    /// Adds a version of this name, and deploys it.
    @discardableResult
    func putInService(_ name: String) throws -> Deployment {
        _ = try add(
            ModelVersion(
                name: name, sha256: "sha of \(name)", path: "models/\(name).tar.gz",
                creationTime: TemporaryWorkspace.time, baseNetwork: "small", labels: .pascalVOC))
        return try deploy(name, by: Worker(name: "eve"), at: TemporaryWorkspace.time)
    }
}
