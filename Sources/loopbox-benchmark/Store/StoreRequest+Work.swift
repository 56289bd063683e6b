internal import HumanReview
internal import ReviewStore

extension StoreRequest {
    private static let editsOfClaim = 5
    /// Images accepted at once; the target is for ten times as many.
    private static let accepted = 1_000

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
            StoreRequest(
                name: "accept of \(accepted)", target: 3_000, isPerOperation: true, rounds: 3
            ) { measured, samples in
                try accept(ConfidentFilter(), measured, &samples)
            },
        ]
    }

    /// Accepts images and takes them back, so that there are as many for the next time.
    private static func accept(
        _ filter: ConfidentFilter, _ measured: MeasuredStore, _ samples: inout Samples
    ) throws {
        let worker = measured.nextWorker()
        var times = Samples()
        let outcome = try times.measure {
            try measured.store.decide(
                SheetDecision(accepted: .all(filter, limit: accepted)), by: worker,
                at: measured.now, progress: { _ in })
        }
        guard let number = outcome.number else { return }
        // A small store may have fewer.
        samples.add(times.slowest * Double(accepted) / Double(outcome.accepted))
        _ = try measured.store.undoDecision(number, by: worker, at: measured.now)
    }
}
