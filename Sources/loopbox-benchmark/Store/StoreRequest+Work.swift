internal import HumanReview
internal import ReviewStore

extension StoreRequest {
    private static let editsOfClaim = 5

    /// What changes the store.
    static func work() -> [StoreRequest] {
        [
            StoreRequest(name: "claim", target: 5, isPerOperation: true, rounds: 1_000) {
                measured, samples in
                let worker = measured.nextWorker()
                let claim = try samples.measure {
                    try measured.store.claimNext(for: worker, at: measured.now, excluding: [])
                }
                guard case .task(let task) = claim, let lease = task.lease else { return }
                // What makes room for the next claim, as a reviewer would.
                for number in 0..<editsOfClaim {
                    let edit = Edit(kind: .activity, worker: worker, time: measured.now)
                    try measured.store.append(
                        [edit], at: task.journal.count + number, under: lease)
                }
                try measured.store.end(lease, .postpone)
            },
            StoreRequest(name: "edit", target: 5, isPerOperation: true, rounds: 200) {
                measured, samples in
                let worker = measured.nextWorker()
                let claim = try measured.store.claimNext(
                    for: worker, at: measured.now, excluding: [])
                guard case .task(let task) = claim, let lease = task.lease else { return }
                for number in 0..<editsOfClaim {
                    let edit = Edit(kind: .activity, worker: worker, time: measured.now)
                    try samples.measure {
                        try measured.store.append(
                            [edit], at: task.journal.count + number, under: lease)
                    }
                }
                try measured.store.end(lease, .postpone)
            },
            accept(of: 1_000, rounds: 3), accept(of: 10_000, rounds: 1),
        ]
    }

    /// Accepts images and takes them back, so that there are as many for the next time.
    ///
    /// A small store may have fewer: what is told is the time of as many as were wanted.
    private static func accept(of count: Int, rounds: Int) -> StoreRequest {
        StoreRequest(
            name: "accept of \(count)", target: Double(count) * 3, isPerOperation: true,
            rounds: rounds
        ) { measured, samples in
            let worker = measured.nextWorker()
            var times = Samples()
            let outcome = try times.measure {
                try measured.store.decide(
                    SheetDecision(accepted: .all(ConfidentFilter(), limit: count)), by: worker,
                    at: measured.now, progress: { _ in })
            }
            guard let number = outcome.number else { return }
            samples.add(times.slowest * Double(count) / Double(outcome.accepted))
            _ = try measured.store.undoDecision(number, by: worker, at: measured.now)
        }
    }
}
