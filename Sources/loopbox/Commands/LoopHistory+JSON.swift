import Annotations
import HumanReview
import OrderedJSON

nonisolated extension LoopHistory {
    /// What a revision changed: from what was settled in the one before, or from the model's boxes, to
    /// what holds in this one.
    func changes(in revision: LoopRevision) -> [BoxDifferences.Change] {
        guard let after = revision.settledBoxes else { return [] }
        let before = earlier(than: revision)?.settledBoxes ?? proposals
        return BoxDifferences(from: before, to: after).changes
    }

    /// What a revision is compared with, in a few words.
    func base(of revision: LoopRevision) -> String {
        earlier(than: revision).map { "revision \($0.number)" } ?? "the model's boxes"
    }

    private func earlier(than revision: LoopRevision) -> LoopRevision? {
        revisions.last { $0.number < revision.number && !$0.answers.isEmpty }
    }

    /// The history as `loopbox loops history --json` prints it.
    var json: JSONValue {
        .object([
            .init("HumanLoopName", .string(loop.name)),
            .init("HumanLoopStatus", .string(loop.status.rawValue)),
            .init("image", .string(loop.image.path)),
            .init("proposals", .array(proposals.map(\.json))),
            .init("revisions", .array(revisions.map(json(of:)))),
        ])
    }

    private func json(of revision: LoopRevision) -> JSONValue {
        .object([
            .init("revision", .count(revision.number)),
            .init("request", revision.request?.json ?? .null),
            .init("answers", .array(revision.answers.map(\.historyJSON))),
            .init("settlements", .array(revision.settlements.map(\.json))),
            .init("changedFrom", .string(base(of: revision))),
            .init("changes", .array(changes(in: revision).map(\.json))),
        ])
    }
}

nonisolated extension CorrectionRequest {
    fileprivate var json: JSONValue {
        .object([
            .init("note", .string(note)), .init("lead", .string(lead.name)),
            .init("asked", asked.map { .string($0.name) } ?? .null),
            .init("time", .string(time.iso8601)),
        ])
    }
}

nonisolated extension Answer {
    fileprivate var historyJSON: JSONValue {
        .object([
            .init("worker", .string(worker.name)),
            .init("submissionTime", .string(submissionTime.iso8601)),
            .init("timeSpentInSeconds", .number(Double(activeMilliseconds) / 1000)),
            .init("boundingBoxes", .array(boxes.map(\.json))),
        ])
    }
}

nonisolated extension Settlement {
    fileprivate var json: JSONValue {
        .object([
            .init("lead", lead.map { .string($0.name) } ?? .null),
            .init("time", .string(time.iso8601)),
            .init("boundingBoxes", .array(boxes.map(\.json))),
        ])
    }
}

nonisolated extension BoxDifferences.Change {
    fileprivate var json: JSONValue {
        .object([
            .init("kind", .string(kind.rawValue)), .init("before", before?.json ?? .null),
            .init("after", after?.json ?? .null), .init("overlap", .number(overlap)),
        ])
    }
}

nonisolated extension LabeledBox {
    /// The members of A2I's `boundingBoxes`.
    fileprivate var json: JSONValue {
        .object([
            .init("height", .count(box.height)), .init("label", .string(label)),
            .init("left", .count(box.left)), .init("top", .count(box.top)),
            .init("width", .count(box.width)),
        ])
    }
}
