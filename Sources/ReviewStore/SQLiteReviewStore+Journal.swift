import GRDB
package import HumanReview

extension SQLiteReviewStore {
    package func append(_ edits: [Edit], at position: Int, under lease: Lease) throws {
        try write { db in
            try WorkerPermissions(db: db).require(.review, of: lease.worker)
            let task = try heldTask(under: lease, in: db)
            let journal = Journal(taskID: task.id)
            let count = try journal.count(in: db)
            guard (0...count).contains(position),
                try journal.agrees(with: edits, from: position, in: db)
            else { throw ReviewError.stale(loop: lease.loopName) }
            try journal.append(edits.dropFirst(count - position), at: count, in: db)
        }
    }
}
