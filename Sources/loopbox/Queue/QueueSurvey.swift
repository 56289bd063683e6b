import HumanReview
import OrderedJSON
import ReviewStore

/// How a workspace's queue and models stand, for `loopbox status`.
nonisolated struct QueueSurvey {
    private let progress: QueueProgress
    private let counts: [(model: String, count: Int)]

    /// Looks at a workspace.
    init(_ open: OpenWorkspace) throws {
        progress = try open.store.queueProgress(at: SystemClock.now)
        counts = try open.store.predictionCounts()
    }

    /// Lines for a person.
    var lines: [String] {
        let images = counts.map { "\($0.model) \($0.count)" }.joined(separator: ", ")
        return [
            "model      " + (progress.model.map { "\($0), in service" } ?? "none in service"),
            "predicted  " + (images.isEmpty ? "0" : images),
            "queue      \(Counted.of(progress.depth, "image")), \(progress.atWork) at work, "
                + QueueTotals.rate(progress.rate),
        ]
    }

    /// `{"depth", "atWork", "rate"}`.
    var json: JSONValue {
        .object([
            .init("depth", .count(progress.depth)), .init("atWork", .count(progress.atWork)),
            .init("rate", .number(progress.rate)),
        ])
    }

    /// The version in service, or null.
    var model: JSONValue { progress.model.map(JSONValue.string) ?? .null }

    /// Images by the version that predicted them.
    var predictions: JSONValue {
        .object(counts.map { JSONValue.Member($0.model, .count($0.count)) })
    }
}
