package import Annotations

/// A loop as it is looked at: what the model saw, what people said, and what happened to it.
package struct LoopView: Hashable, Sendable {
    package var row: LoopListRow
    /// The model's boxes at or above the flow's display threshold.
    package var proposals: [ReviewBox]
    /// Those of the latest revision that has any, in the order of submission.
    package var answers: [Answer]
    /// What holds of several answers.
    package var settlement: Settlement?
    package var labels: LabelMap
    /// Entries of each kind in all tasks' journals, in the order of their first.
    package var journal: [JournalCount]
    /// When the first and the last entry were made.
    package var firstEntry: Timestamp?
    package var lastEntry: Timestamp?

    /// A loop to be looked at.
    package init(
        row: LoopListRow, proposals: [ReviewBox], answers: [Answer],
        settlement: Settlement? = nil, labels: LabelMap, journal: [JournalCount],
        firstEntry: Timestamp? = nil, lastEntry: Timestamp? = nil
    ) {
        self.row = row
        self.proposals = proposals
        self.answers = answers
        self.settlement = settlement
        self.labels = labels
        self.journal = journal
        self.firstEntry = firstEntry
        self.lastEntry = lastEntry
    }

    /// What people say together: as it was settled, else what the answers so far have in common; nil
    /// before the first answer.
    package var peoplesBoxes: [LabeledBox]? {
        guard !answers.isEmpty else { return nil }
        return settlement?.boxes ?? Consolidation(answers.map(\.boxes)).boxes
    }

    /// How often a worker did one kind of thing.
    package struct JournalCount: Hashable, Sendable {
        package var worker: Worker
        package var kind: Edit.Kind
        package var count: Int

        /// A worker's entries of a kind.
        package init(worker: Worker, kind: Edit.Kind, count: Int) {
            self.worker = worker
            self.kind = kind
            self.count = count
        }
    }
}
