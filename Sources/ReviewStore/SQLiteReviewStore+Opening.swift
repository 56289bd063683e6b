import GRDB
package import HumanReview

extension SQLiteReviewStore {
    package func claimNext(
        for worker: Worker, at time: Timestamp, excluding excluded: Set<String>
    ) throws -> Claim {
        try? finishPendingOutputs()
        try? settleStoppingLoops(at: time)
        let stored = try write { db -> StoredTask? in
            try WorkerPermissions(db: db).require(.review, of: worker)
            try FlowAccess(worker: worker, db: db).requireSomeFlow()
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
                let tasks = try TaskRecord.current(ofLoop: loop.id, in: db)
                if let answered = try AnswerRecord.task(ofLoop: loop.id, by: worker, in: db) {
                    return try StoredTask(loop: loop, task: answered, in: db)
                }
                let refusal = try refusal(of: worker, toAnswer: loop, in: db)
                let isForReading = try refusal != nil || hasDeclined(worker, loop: loop.id, in: db)
                let choice =
                    isForReading
                    ? show(tasks, census)
                    : choose(
                        from: tasks, for: worker, census, isGivenOut: loop.status == .inProgress)
                switch choice {
                case .take(let task):
                    return try take(task, of: loop, for: worker, in: db)
                case .show(let task, let holder):
                    return try shown(
                        task, of: loop, to: worker, holder: holder, refusal: refusal, in: db)
                }
            })
    }

    /// Why a worker may not answer a loop that still waits for answers; nil when they may.
    private func refusal(
        of worker: Worker, toAnswer loop: LoopRecord, in db: Database
    ) throws -> ReviewError? {
        guard loop.status == .inProgress else { return nil }
        do throws(any Error) {
            try WorkerPermissions(db: db).require(.review, of: worker)
            try FlowAccess(worker: worker, db: db).requireOpening(flow: loop.flowID)
            return nil
        } catch let error as ReviewError {
            return error
        }
    }

    /// A task for reading, without what the worker is not to see yet.
    private func shown(
        _ task: Int64?, of loop: LoopRecord, to worker: Worker, holder: Worker?,
        refusal: ReviewError?, in db: Database
    ) throws -> StoredTask {
        let review = BlindReview(loop: loop, worker: worker, db: db)
        let isHidden = try holder != worker && review.hidesOthers
        var stored = try StoredTask(loop: loop, task: isHidden ? nil : task, in: db)
        stored.holder = holder
        stored.refusal = refusal
        return stored
    }

    /// How a task of a loop may be opened.
    private enum Choice {
        case take(Int64)
        case show(Int64?, holder: Worker?)
    }

    private func choose(
        from tasks: [TaskRecord], for worker: Worker, _ census: LeaseCensus, isGivenOut: Bool
    ) -> Choice {
        let open = tasks.filter(\.isOpen)
        let held = open.filter { $0.lease.map(census.isLive) == true }
        if let mine = held.first(where: { $0.lease?.holder == worker }) {
            // The worker's other process is told of; this process may take its own task anew.
            return mine.lease?.process == process.text
                ? .take(mine.id) : .show(mine.id, holder: worker)
        }
        // A loop that is being stopped is only for those who have it.
        let free = open.first { task in
            task.lease.map(census.isLive) != true && (task.asked ?? worker) == worker
        }
        if isGivenOut, let free { return .take(free.id) }
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
        let task = try BlindReview(loop: loop, worker: worker, db: db).task(insteadOf: task)
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
