import Annotations
import Glibc
import HumanReview
import ReviewStore

/// What a worker process does with a store.
struct WorkerSession {
    let store: SQLiteReviewStore
    let worker: Worker

    private var now: Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }

    /// Writes a line to standard output at once.
    static func say(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = write(1, bytes, bytes.count)
    }

    /// Takes tasks until there is none, and keeps them all.
    func claimAll() throws {
        while let task = try next() { Self.say(task.loop.name) }
    }

    /// Takes a task and draws boxes one after another, saying how many are stored.
    ///
    /// Stopping itself after the first, as a suspended program does, it is not in a transaction.
    func editForever(stoppingAfterFirst: Bool = false) throws {
        guard let task = try next(), let lease = task.lease else { return }
        Self.say(task.loop.name)
        for position in task.journal.count... {
            let box = ReviewBox(
                id: position, label: "cat",
                box: BoundingBox(left: position, top: 0, width: 5, height: 5))
            let edit = Edit(
                kind: .draw, changes: [BoxChange(before: nil, after: box)], worker: worker,
                time: now)
            try store.append([edit], at: position, under: lease)
            Self.say(String(position + 1))
            if stoppingAfterFirst, position == task.journal.count { raise(SIGSTOP) }
        }
    }

    /// Answers tasks until there is none, saying which answers are stored.
    func submitAll() throws {
        while let task = try next(), let lease = task.lease {
            let answer = Answer(
                worker: worker, acceptanceTime: now, submissionTime: now, activeMilliseconds: 1,
                boxes: task.initialBoxes.map { LabeledBox(label: $0.label, box: $0.box) },
                imageSize: task.loop.image.size)
            _ = try store.submit(answer, under: lease)
            Self.say(task.loop.name)
        }
    }

    /// Predicts images until none waits and none is at work anywhere, saying before each which one and by
    /// which deployment.
    ///
    /// The prediction is one detection, confident for images of even length of name.
    func predictAll() throws {
        while true {
            switch try store.claimPrediction() {
            case .job(let job):
                Self.say("\(job.image.path) \(job.deployment) \(job.model.name)")
                // A network's time, in which the process may be killed.
                usleep(1_000)
                _ = try store.finish(job, [Self.detection(on: job.image)], at: now)
            case .nothing(atWork: 0), .noModel: return
            case .nothing: usleep(1_000)
            }
        }
    }

    private static func detection(on image: ReviewImage) -> Detection {
        Detection(
            label: "dog", score: image.path.utf8.count.isMultiple(of: 2) ? 0.9 : 0.4,
            box: NormalizedBox(minimumX: 0.1, minimumY: 0.1, maximumX: 0.5, maximumY: 0.5))
    }

    /// Accepts everything the model is sure of, saying after each transaction how much that is by now.
    func acceptAll() throws {
        let decision = SheetDecision(accepted: .all(ConfidentFilter(), limit: nil))
        _ = try store.decide(decision, by: worker, at: now) { Self.say(String($0)) }
    }

    /// Accepts every box there is as ``acceptAll()`` accepts images.
    func acceptAllBoxes() throws {
        for label in try store.confidentFacets().boxes.map(\.name) {
            let decision = SheetDecision(accepted: .allBoxes(ConfidentBoxFilter(label: label)))
            _ = try store.decide(decision, by: worker, at: now) { Self.say(String($0)) }
        }
    }

    /// Takes the latest decision back.
    func undoLatest() throws {
        guard let number = try store.latestDecision(of: worker) else { return }
        _ = try store.undoDecision(number, by: worker, at: now)
    }

    private func next() throws -> OpenTask? {
        let claim = try store.claimNext(for: worker, at: now, excluding: [])
        guard case .task(let task) = claim else { return nil }
        return task
    }
}
