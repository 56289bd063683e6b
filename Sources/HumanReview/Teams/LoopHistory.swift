package import Annotations

/// Everything people have said about a loop, revision by revision.
package struct LoopHistory: Hashable, Sendable {
    package var loop: HumanLoop
    /// The model's boxes the loop was started with.
    package var proposals: [LabeledBox]
    package var labels: LabelMap
    /// The first first.
    package var revisions: [LoopRevision]

    /// A history.
    package init(
        loop: HumanLoop, proposals: [LabeledBox], labels: LabelMap, revisions: [LoopRevision]
    ) {
        self.loop = loop
        self.proposals = proposals
        self.labels = labels
        self.revisions = revisions
    }

    /// The latest revision that somebody has answered.
    package var latest: LoopRevision? { revisions.last { !$0.answers.isEmpty } }

    /// Every set of boxes there has been, the model's first.
    package var versions: [LoopVersion] {
        [LoopVersion(origin: .model, revision: 0, time: loop.creationTime, boxes: proposals)]
            + revisions.flatMap(\.versions)
    }
}

extension LoopRevision {
    fileprivate var versions: [LoopVersion] {
        answers.map {
            LoopVersion(
                origin: .worker($0.worker), revision: number, time: $0.submissionTime,
                activeMilliseconds: $0.activeMilliseconds, boxes: $0.boxes)
        }
            + settlements.map {
                LoopVersion(
                    origin: $0.lead.map(LoopVersion.Origin.lead) ?? .consolidation,
                    revision: number, time: $0.time, boxes: $0.boxes)
            }
    }
}
