package import Annotations

/// A loop as it is looked at: what the model saw, what people said, and what happened to it.
package struct LoopView: Hashable, Sendable {
    package var row: LoopListRow
    /// The model's boxes at or above the flow's display threshold.
    package var proposals: [ReviewBox]
    /// In the order of submission.
    package var answers: [Answer]
    package var labels: LabelMap
    /// Entries of each kind in all tasks' journals, in the order of their first.
    package var journal: [JournalCount]
    /// When the first and the last entry were made.
    package var firstEntry: Timestamp?
    package var lastEntry: Timestamp?

    /// A loop to be looked at.
    package init(
        row: LoopListRow, proposals: [ReviewBox], answers: [Answer], labels: LabelMap,
        journal: [JournalCount], firstEntry: Timestamp? = nil, lastEntry: Timestamp? = nil
    ) {
        self.row = row
        self.proposals = proposals
        self.answers = answers
        self.labels = labels
        self.journal = journal
        self.firstEntry = firstEntry
        self.lastEntry = lastEntry
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
