internal import Dispatch
internal import NeuralNetwork
internal import Synchronization

/// Makes the batches that come next on other threads while a step runs.
///
/// Every sample is drawn from its own generator, so that the batches are the same however many threads
/// make them, and they are handed out in their order. For one caller at a time.
final class BatchLoader {
    private final class Pending: Sendable {
        let isReady = DispatchSemaphore(value: 0)
        let result = Mutex<Result<TrainingBatch, any Error>?>(nil)
    }

    private let course: TrainingCourse
    private let data: any TrainingData
    private let side: Int
    private let queue = DispatchQueue(label: "batches", qos: .utility, attributes: .concurrent)
    private var pending: [Pending] = []
    /// The first place that nobody makes yet.
    private var next: TrainingCourse.Place?
    private var order: (epoch: Int, samples: [Int])?

    /// How many batches are made ahead.
    private static let depth = 3

    /// Batches from a place on.
    init(
        _ course: TrainingCourse, _ data: any TrainingData, side: Int,
        from place: TrainingCourse.Place?
    ) {
        self.course = course
        self.data = data
        self.side = side
        next = place
    }

    /// Waits for the batches under way, of a training that failed.
    deinit { for batch in pending { batch.isReady.wait() } }

    /// The next batch, nil after the last.
    func batch() throws -> TrainingBatch? {
        while pending.count < Self.depth, let place = next {
            pending.append(begin(place))
            next = course.place(after: place)
        }
        guard !pending.isEmpty else { return nil }
        let first = pending.removeFirst()
        first.isReady.wait()
        return try first.result.withLock { $0 }?.get()
    }

    private func begin(_ place: TrainingCourse.Place) -> Pending {
        let pending = Pending()
        let draws = course.draws(at: place, order: order(of: place.epoch))
        queue.async { [data, side] in
            let result = Result { try TrainingBatch(draws, of: data, side: side) }
            pending.result.withLock { $0 = result }
            pending.isReady.signal()
        }
        return pending
    }

    private func order(of epoch: Int) -> [Int] {
        if let order, order.epoch == epoch { return order.samples }
        let samples = course.order(ofEpoch: epoch)
        order = (epoch, samples)
        return samples
    }
}
