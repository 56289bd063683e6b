import Annotations
import Glibc
import HumanReview
import ImageCodecs
import ReviewStore
import Synchronization
import Testing

@testable import loopbox

@Suite struct QueueTests {
    private let files = TemporaryDirectory()
    private let store: SQLiteReviewStore
    private let time = Timestamp(milliseconds: 1_800_000_000_000)
    private let eve = Worker(name: "eve")
    private let log = ReportLog()

    init() throws {
        let workspace = try Workspace.create(at: files.path + "/w")
        store = try SQLiteReviewStore(workspace: workspace)
        try store.add(
            try FlowFactory(
                name: "objects", templatePath: nil, labelsPath: nil,
                conditions: ActivationConditions()
            ).make(at: time))
        try deploy("v1")
    }

    private func deploy(_ name: String) throws {
        _ = try store.add(
            ModelVersion(
                name: name, sha256: name, path: name, creationTime: time, baseNetwork: "small",
                labels: .pascalVOC))
        _ = try store.deploy(name, by: eve, at: time)
    }

    private func add(_ range: Range<Int>) throws {
        let images = range.map {
            IncomingImage(
                path: "/photos/\($0).jpg", sha256: "\($0)",
                size: PixelSize(width: 100, height: 50))
        }
        _ = try store.add(images, at: time)
    }

    /// A queue whose model says what the oracle does.
    private func queue(
        _ ending: QueueOptions.Ending, pace: NetworkPace? = nil,
        load: @escaping PredictionQueue.Loader = { Oracle($0) }
    ) throws -> PredictionQueue {
        PredictionQueue(
            store: try SQLiteReviewStore(workspace: store.workspace),
            options: QueueOptions(threads: 1, ending: ending), pace: pace, load: load,
            report: log.append)
    }

    private var routed: [ImageRoute] {
        log.reports.compactMap { report in
            guard case .routed(let image) = report else { return nil }
            return image
        }
    }

    private func wait(until condition: () throws -> Bool) throws {
        for _ in 0..<2_000 where try !condition() { usleep(5_000) }
        try #require(try condition())
    }

    private var hasEnded: Bool {
        guard case .ended = log.reports.last else { return false }
        return true
    }

    @Test func aDrainRoutesEveryImageByItsPredictionAndEnds() throws {
        try add(0..<20)
        let queue = try queue(.whenDrained)
        queue.start()
        try wait { hasEnded }
        #expect(routed.map(\.path) == (0..<20).map { "/photos/\($0).jpg" })
        #expect(routed.map(\.isLoop) == (0..<20).map { !$0.isMultiple(of: 2) })
        #expect(log.reports.last == .ended(failure: nil))
        #expect(try store.status(at: time).waiting == 10)
        #expect(try store.status(at: time).confident == 10)
        queue.stop()
    }

    @Test func whereProcessorsAreScarceImagesAreLeftToWhoIsAtWorkOnThem() throws {
        try add(0..<2)
        guard case .job(let others) = try store.claimPrediction() else {
            Issue.record("no image was free")
            return
        }
        let pace = NetworkPace()
        pace.begin()
        // Sleeping is waiting, as far as the clocks can tell.
        usleep(20_000)
        pace.rest()
        try #require(pace.isScarce)
        let queue = try queue(.never, pace: pace)
        queue.start()
        defer { queue.stop() }
        usleep(400_000)
        #expect(routed.isEmpty)
        try store.release(others)
        try wait { routed.count == 2 }
    }

    @Test func aBrokenImageIsRecordedAndPassed() throws {
        try add(0..<5)
        let queue = try queue(.whenDrained) { version in
            Oracle(version) { image in
                guard image.path == "/photos/2.jpg" else { return }
                throw ImageError(cause: "torn", nextStep: "mend it")
            }
        }
        queue.start()
        try wait { hasEnded }
        #expect(routed.count == 4)
        #expect(try store.problems(limit: 9).map(\.reason) == ["torn; mend it"])
        #expect(log.reports.last == .ended(failure: nil))
    }

    @Test func anImageThatEndedThreeProcessesIsGivenUpAndTheNextOnesGoOn() throws {
        try add(0..<2)
        let now = Mutex<Int64>(0)
        let clock = LeaseClock { .init(boot: "b", nanoseconds: now.withLock { $0 }) }
        let ended = try SQLiteReviewStore(
            workspace: store.workspace, leaseSeconds: 1, clock: clock)
        for _ in 0..<3 {
            guard case .job = try ended.claimPrediction() else { throw CancellationError() }
            now.withLock { $0 += 2_000_000_000 }
        }
        let queue = try queue(.whenDrained)
        queue.start()
        try wait { hasEnded }
        #expect(routed.map(\.path) == ["/photos/1.jpg"])
        let problem = try #require(try store.problems(limit: 9).first)
        #expect(problem.path == "/photos/0.jpg")
        #expect(problem.reason.hasPrefix("3 processes ended while they predicted it; "))
        #expect(log.reports.contains(.problem(path: problem.path, reason: problem.reason)))
    }

    @Test func whatWouldComeWithEveryImageEndsTheQueueAndTakesNone() throws {
        try add(0..<2)
        let queue = try queue(.whenDrained) { _ in throw CommandError("no such file") }
        queue.start()
        try wait { hasEnded }
        #expect(log.reports == [.ended(failure: "no such file")])
        let progress = try store.queueProgress(at: time)
        #expect(progress.depth == 2)
        #expect(progress.atWork == 0)
        #expect(try store.problems(limit: 9).isEmpty)
    }

    @Test func theWorkstationsQueueOutlivesAFailureAndTellsOfItOnce() throws {
        try add(0..<1)
        let isBroken = Mutex(true)
        let queue = try queue(.never) { version in
            if isBroken.withLock({ $0 }) { throw CommandError("not yet") }
            return Oracle(version)
        }
        queue.start()
        try wait { log.reports == [.delayed(reason: "not yet")] }
        isBroken.withLock { $0 = false }
        try wait { routed.count == 1 }
        queue.stop()
        #expect(log.reports.count == 4)
    }

    @Test func aDeploymentIsTakenUpWithTheNextImage() throws {
        let loads = Mutex<[String]>([])
        let queue = try queue(.never) { version in
            loads.withLock { $0.append(version.name) }
            return Oracle(version)
        }
        queue.start()
        try add(0..<3)
        try wait { routed.count == 3 }
        try deploy("v2")
        try add(3..<5)
        try wait { routed.count == 5 }
        _ = try store.rollBack(by: eve, at: time)
        try add(5..<6)
        try wait { routed.count == 6 }
        queue.stop()
        #expect(routed.map(\.model) == ["v1", "v1", "v1", "v2", "v2", "v1"])
        #expect(loads.withLock { $0 } == ["v1", "v2", "v1"])
    }

    @Test func aStopComesBetweenTwoImages() throws {
        try add(0..<1_000)
        let queue = try queue(.never) { version in Oracle(version) { _ in usleep(2_000) } }
        queue.start()
        try wait { routed.count > 2 }
        queue.stop()
        #expect(log.reports.last == .ended(failure: nil))
        let progress = try store.queueProgress(at: time)
        #expect(progress.depth == 1_000 - routed.count)
        #expect(progress.atWork == 0)
    }

    @Test func aStopLeavesNothingToBeFreedUnderAnExit() throws {
        try add(0..<1)
        let isFreed = Flag()
        let queue = try queue(.never) { version in
            let part = SlowToFree(isFreed)
            return Oracle(version) { _ in part.use() }
        }
        queue.start()
        try wait { routed.count == 1 }
        queue.stop()
        let freedInTime = isFreed.isSet.load(ordering: .acquiring)
        #expect(freedInTime)
    }

    @Test func theQueuesLinesSayNameRouteScoreAndClass() {
        let box = NormalizedBox(minimumX: 0, minimumY: 0, maximumX: 1, maximumY: 1)
        var image = ImageRoute(
            path: "/a/living.room.jpg", model: "v1",
            strongest: Detection(label: "dog", score: 0.4999, box: box), isLoop: true)
        #expect(image.line(nameWidth: 12) == "living.room   loop       0.49 dog")
        image.isLoop = false
        image.strongest?.score = 1
        #expect(image.line(nameWidth: 11) == "living.room  confident  1.00 dog")
        image.strongest = nil
        #expect(image.line(nameWidth: 11) == "living.room  confident  no detection")
    }
}

/// What a queue has told, from whatever thread.
private nonisolated final class ReportLog: Sendable {
    private let all = Mutex<[QueueReport]>([])

    var reports: [QueueReport] { all.withLock { $0 } }

    @Sendable func append(_ report: QueueReport) { all.withLock { $0.append(report) } }
}

private nonisolated final class Flag: Sendable {
    let isSet = Atomic(false)
}

/// A part of a network that takes its time to go.
private nonisolated final class SlowToFree: Sendable {
    private let isFreed: Flag

    init(_ isFreed: Flag) { self.isFreed = isFreed }

    func use() {}

    deinit {
        usleep(100_000)
        isFreed.isSet.store(true, ordering: .releasing)
    }
}

/// A model that is sure of images with an even number for a name.
private nonisolated final class Oracle: ImagePredicting {
    private let look: (ReviewImage) throws -> Void

    init(_ version: ModelVersion, look: @escaping (ReviewImage) throws -> Void = { _ in }) {
        self.look = look
    }

    func detections(on image: ReviewImage) throws -> [Detection] {
        try look(image)
        let isEven = Int(image.sha256).map { $0.isMultiple(of: 2) } ?? false
        return [
            Detection(
                label: "dog", score: isEven ? 0.9 : 0.4,
                box: NormalizedBox(minimumX: 0.1, minimumY: 0.1, maximumX: 0.5, maximumY: 0.5))
        ]
    }
}
