import Annotations
import HumanReview
import ImageCodecs
import ReviewStore

/// What a background queue does on its thread: claim, predict, store and route, image after image.
nonisolated final class QueueWorker {
    /// How often a queue that has nothing to do looks again: a read of two small indexes.
    private static let idleMilliseconds = 100
    /// How often one looks whether the others are done: every look takes from the screen's share.
    private static let deferringMilliseconds = 1_000
    /// After so many an image is given up: it is more likely at fault than all the processes that ended over it.
    private static let mostAttempts = 3
    private static let failureMilliseconds = 2_000

    private let store: SQLiteReviewStore
    private let ending: QueueOptions.Ending
    private let network: NetworkThread
    private let pace: NetworkPace?
    private let report: (QueueReport) -> Void
    private let isStopping: () -> Bool
    private let pause: (_ milliseconds: Int) -> Void
    /// The version the network's thread has loaded.
    private var loaded: ModelVersion?
    private var lastDelay: String?

    init(
        store: SQLiteReviewStore, ending: QueueOptions.Ending,
        network: NetworkThread, pace: NetworkPace?,
        report: @escaping (QueueReport) -> Void, isStopping: @escaping () -> Bool,
        pause: @escaping (_ milliseconds: Int) -> Void
    ) {
        self.store = store
        self.ending = ending
        self.network = network
        self.pace = pace
        self.report = report
        self.isStopping = isStopping
        self.pause = pause
    }

    /// Works until it is to stop, and returns the failure that ended it, if one did.
    func run() -> String? {
        while !isStopping() {
            do {
                guard try step() else { return nil }
            } catch {
                guard ending == .never || Self.passesByItself(error) else { return "\(error)" }
                delay(error)
            }
        }
        return nil
    }

    /// Predicts an image or waits for one; false when there is nothing left to do.
    private func step() throws -> Bool {
        if let pace, pace.isScarce, try store.imagesAtWork() > 0 {
            pause(Self.deferringMilliseconds)
            return true
        }
        switch try store.claimPrediction() {
        case .job(let job):
            try predict(job)
            lastDelay = nil
        case .nothing(let atWork):
            if ending == .whenDrained, atWork == 0 { return false }
            pause(Self.idleMilliseconds)
        case .noModel:
            if ending == .whenDrained { return false }
            pause(Self.idleMilliseconds)
        }
        return true
    }

    private func predict(_ job: PredictionJob) throws {
        do {
            try load(for: job)
            guard job.attempts < Self.mostAttempts else { return try fail(job, Self.givenUp) }
            do {
                try finish(job, try network.detections(on: job.image))
            } catch let error as ImageError {
                try fail(job, error)
            }
        } catch {
            try? store.release(job)
            throw error
        }
    }

    private static let givenUp = ImageError(
        cause: "\(mostAttempts) processes ended while they predicted it",
        nextStep: "look at the file, and add it again once it is mended")

    private func fail(_ job: PredictionJob, _ error: ImageError) throws {
        guard try store.fail(job, reason: error.description, at: SystemClock.now) else { return }
        report(.problem(path: job.image.path, reason: error.description))
    }

    /// Loads the version in service when it has changed.
    private func load(for job: PredictionJob) throws {
        guard loaded?.sha256 != job.model.sha256 else { return }
        loaded = nil
        try network.load(job.model)
        loaded = job.model
        _ = try store.renew(job)
        report(.inService(model: job.model.name))
    }

    /// Stores a prediction, waiting for room on a full disk.
    private func finish(_ job: PredictionJob, _ detections: [Detection]) throws {
        while true {
            do {
                let outcome = try store.finish(job, detections, at: SystemClock.now)
                return outcome.map { tell($0, job, detections) } ?? ()
            } catch  where Self.passesByItself(error) && !isStopping() {
                delay(error)
            }
        }
    }

    private func tell(_ outcome: IntakeOutcome, _ job: PredictionJob, _ detections: [Detection]) {
        let prediction = Prediction(modelVersion: job.model.name, detections: detections)
        var routed = ImageRoute(
            path: job.image.path, model: job.model.name, strongest: prediction.strongest,
            isLoop: false)
        switch outcome {
        case .loop: routed.isLoop = true
        case .problem(let reason, _):
            return report(.problem(path: job.image.path, reason: reason))
        case .confident, .queued, .unchanged: break
        }
        report(.routed(routed))
    }

    /// Says once what keeps the queue, and waits before it is tried again.
    private func delay(_ error: any Error) {
        let reason = "\(error)"
        if reason != lastDelay { report(.delayed(reason: reason)) }
        lastDelay = reason
        pause(Self.failureMilliseconds)
    }

    private static func passesByItself(_ error: any Error) -> Bool {
        guard case .full? = error as? ReviewError else { return false }
        return true
    }
}
