internal import Annotations
internal import Foundation
internal import HumanReview
internal import ReviewStore

/// The time of one kind of request to a store.
struct StoreMeasurement {
    let name: String
    let milliseconds: Double
    /// The most it may take at a million loops.
    let target: Double
    /// Whether it is asked so often that it must not grow with the store.
    var isPerOperation = false

    private static let claims = 400
    private static let editsOfClaim = 5

    /// Everything, of a workspace that may be left changed by a few hundred answers.
    static func all(of workspace: Workspace) throws -> [StoreMeasurement] {
        // Opening includes what the first screen asks for.
        var opening = Samples()
        let store = try opening.measure {
            let store = try SQLiteReviewStore(workspace: workspace)
            _ = try store.leadFigures(at: now)
            _ = try store.loops(limit: 60)
            return store
        }
        return [
            StoreMeasurement(name: "first screen", milliseconds: opening.median, target: 300),
            try page(store), try filter(store), try dashboard(store),
        ] + (try work(store))
    }

    private static var now: Timestamp {
        Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }

    private static func page(_ store: SQLiteReviewStore) throws -> StoreMeasurement {
        var (samples, last) = (Samples(), nil as String?)
        for _ in 0..<100 {
            last = try samples.measure { try store.loops(after: last, limit: 60) }.last?.name
        }
        return StoreMeasurement(name: "next page, p99", milliseconds: p99(samples), target: 50)
    }

    /// Filters as leads type them, each with its first page, as the screen asks for it.
    private static func filter(_ store: SQLiteReviewStore) throws -> StoreMeasurement {
        var samples = Samples()
        for text in [
            "state:completed label:dog score<0.4", "worker:ana age>2d",
            "model:street-2 reason:audit",
            "bulk:yes score>0.9", "state:inprogress age>1d", "image-12345",
        ] {
            let filter = try LoopFilter(text)
            _ = try samples.measure {
                try store.loopPage(filter, after: nil, limit: 60, at: now, budget: 10_000)
            }
        }
        return StoreMeasurement(
            name: "filter, slowest", milliseconds: samples.milliseconds.max() ?? 0, target: 200)
    }

    private static func dashboard(_ store: SQLiteReviewStore) throws -> StoreMeasurement {
        var samples = Samples()
        for _ in 0..<20 { _ = try samples.measure { try store.leadFigures(at: now) } }
        return StoreMeasurement(name: "dashboard, p99", milliseconds: p99(samples), target: 200)
    }

    /// Claims, edits and the answers that make room for the next claim.
    private static func work(_ store: SQLiteReviewStore) throws -> [StoreMeasurement] {
        var (claims, edits) = (Samples(), Samples())
        let worker = Worker(name: "measure")
        for _ in 0..<Self.claims {
            let claim = try claims.measure {
                try store.claimNext(for: worker, at: now, excluding: [])
            }
            guard case .task(let task) = claim, let lease = task.lease else { break }
            for number in 0..<editsOfClaim {
                let edit = Edit(kind: .activity, worker: worker, time: now)
                try edits.measure {
                    try store.append([edit], at: task.journal.count + number, under: lease)
                }
            }
            try store.end(lease, .postpone)
        }
        return [
            StoreMeasurement(
                name: "claim, p99", milliseconds: p99(claims), target: 5, isPerOperation: true),
            StoreMeasurement(
                name: "edit, p99", milliseconds: p99(edits), target: 5, isPerOperation: true),
        ]
    }

    private static func p99(_ samples: Samples) -> Double {
        let sorted = samples.milliseconds.sorted()
        return sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, sorted.count * 99 / 100)]
    }
}
