import GRDB
package import HumanReview

extension SQLiteReviewStore {
    package func claimNext(
        for worker: Worker, at time: Timestamp, excluding excluded: Set<String>
    ) throws -> Claim {
        try? finishPendingOutputs()
        let stored = try write { db -> StoredTask? in
            let census = try LeaseCensus(at: clock.now, in: db)
            try census.releaseAbandonedTasks(in: db)
            let walk = QueueWalk(worker: worker)
            guard let found = try walk.tasks(limit: 1, excluding: excluded, in: db).first
            else { return nil }
            let loop = try LoopRecord.find(found.loopID, in: db)
            return try take(found.taskID, of: loop, for: worker, in: db)
        }
        guard let stored else {
            return .nothing(heldByOthers: try read { try heldByOthers(than: worker, in: $0) })
        }
        return .task(try opened(stored))
    }

    package func open(_ loopName: String, for worker: Worker, at time: Timestamp) throws -> OpenTask
    {
        try opened(
            try write { db in
                let census = try LeaseCensus(at: clock.now, in: db)
                let loop = try LoopRecord.named(loopName, in: db)
                let tasks = try TaskRecord.all(ofLoop: loop.id, in: db)
                if let answered = try AnswerRecord.task(ofLoop: loop.id, by: worker, in: db) {
                    return try StoredTask(loop: loop, task: answered, in: db)
                }
                let choice =
                    try hasDeclined(worker, loop: loop.id, in: db)
                    ? show(tasks, census) : choose(from: tasks, for: worker, census)
                switch choice {
                case .take(let task):
                    return try take(task, of: loop, for: worker, in: db)
                case .show(let task, let holder):
                    var stored = try StoredTask(loop: loop, task: task, in: db)
                    stored.holder = holder
                    return stored
                }
            })
    }

    /// How a task of a loop may be opened.
    private enum Choice {
        case take(Int64)
        case show(Int64?, holder: Worker?)
    }

    private func choose(
        from tasks: [TaskRecord], for worker: Worker, _ census: LeaseCensus
    ) -> Choice {
        let open = tasks.filter(\.isOpen)
        let held = open.filter { $0.lease.map(census.isLive) == true }
        if let mine = held.first(where: { $0.lease?.holder == worker }) {
            // The worker's other process is told of; this process may take its own task anew.
            return mine.lease?.process == process.text
                ? .take(mine.id) : .show(mine.id, holder: worker)
        }
        if let free = open.first(where: { $0.lease.map(census.isLive) != true }) {
            return .take(free.id)
        }
        return show(tasks, census)
    }

    /// For reading: the task somebody is at work on, if there is one.
    private func show(_ tasks: [TaskRecord], _ census: LeaseCensus) -> Choice {
        let held = tasks.first { $0.isOpen && $0.lease.map(census.isLive) == true }
        return .show((held ?? tasks.first)?.id, holder: held?.lease?.holder)
    }

    private func take(
        _ task: Int64, of loop: LoopRecord, for worker: Worker, in db: Database
    ) throws -> StoredTask {
        let lease = try grant(task, ofLoop: loop.name, to: worker, in: db)
        var stored = try StoredTask(loop: loop, task: task, in: db)
        stored.lease = lease
        return stored
    }

    private func opened(_ stored: StoredTask) throws -> OpenTask {
        do {
            let rendering = try renderer.render(stored.flow, input: stored.input)
            return stored.open(in: workspace, rendering: rendering)
        } catch {
            if let lease = stored.lease { try? end(lease, .release) }
            throw ReviewError.storage(
                path: "the task template of flow \(stored.flow.name)", reason: "\(error)")
        }
    }
}
