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

    private func next() throws -> OpenTask? {
        let claim = try store.claimNext(for: worker, at: now, excluding: [])
        guard case .task(let task) = claim else { return nil }
        return task
    }
}
