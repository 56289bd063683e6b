import GRDB
package import HumanReview

extension SQLiteReviewStore {
    package func decide(
        _ decision: SheetDecision, by worker: Worker, at time: Timestamp,
        progress: (Int) -> Void
    ) throws -> SheetOutcome {
        var outcome = SheetOutcome()
        var rest = DecisionSteps(decision, length: Self.outputsAtOnce)
        repeat {
            try take(&rest, into: &outcome, by: worker, at: time)
            try finishPendingOutputs()
            progress(rest.isAboutBoxes ? outcome.acceptedBoxes : outcome.accepted)
        } while !rest.isEmpty
        return outcome
    }

    package func latestDecision(of worker: Worker) throws -> Int64? {
        try read { db in
            try Int64.fetchOne(
                db,
                cached: """
                    SELECT MAX(id) FROM bulk_accepts WHERE worker = ? AND undone_time IS NULL
                    """, arguments: [worker.name])
        }
    }

    /// One transaction's share of a decision.
    private func take(
        _ rest: inout DecisionSteps, into outcome: inout SheetOutcome, by worker: Worker,
        at time: Timestamp
    ) throws {
        let count = try read { db in try rest.nextCount(in: self, db) }
        let eventsOffset = try EventLog(path: workspace.eventsPath).end(forLoops: count)
        (rest, outcome) = try write(durably: true) { db in
            try WorkerPermissions(db: db).require(.accept, of: worker)
            let flow = try requireFlow(in: db)
            let intake = Intake(
                flow: flow, time: time, eventsOffset: eventsOffset, store: self, db: db)
            var (rest, outcome) = (rest, outcome)
            var bulk = BulkAccept(
                intake: intake, worker: worker, outcome: outcome)
            try bulk.requireStanding()
            // What was picked off is out of the way before everything else is accepted.
            let reviewed = rest.takeReviewed()
            try bulk.review(reviewed.images)
            if rest.isAboutBoxes {
                try bulk.decide(wrong: reviewed.boxes) { try rest.nextBoxes(in: self, db) }
            } else {
                try bulk.decide(wrong: reviewed.boxes) { [] }
                try bulk.accept(try rest.nextImages(in: self, db))
            }
            outcome = bulk.outcome
            return (rest, outcome)
        }
    }
}
