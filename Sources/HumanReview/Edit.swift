/// One entry of a task's journal, which is at once its autosave, undo history, audit trail and clock.
package struct Edit: Hashable, Sendable {
    /// What happened.
    ///
    /// Raw values are stored; never rename them.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The task was opened by a worker; changes nothing.
        case open
        /// Keys were pressed since the last entry that changed no box; keeps active time honest.
        case activity
        case draw
        case move
        case resize
        case relabel
        case delete
        case paste
        case confirm
        /// The score threshold of the proposals taken into the answer was changed.
        case threshold
        /// Another worker's draft was set aside for the task's initial boxes.
        case reset
        case undo
        case redo
        case submit
    }

    package var kind: Kind
    package var changes: [BoxChange]
    /// The threshold before and after a ``Kind/threshold`` edit or its undoing.
    package var threshold: ThresholdChange?
    package var worker: Worker
    package var time: Timestamp

    /// An entry.
    package init(
        kind: Kind, changes: [BoxChange] = [], threshold: ThresholdChange? = nil, worker: Worker,
        time: Timestamp
    ) {
        self.kind = kind
        self.changes = changes
        self.threshold = threshold
        self.worker = worker
        self.time = time
    }

    /// A score threshold before and after an edit.
    package struct ThresholdChange: Hashable, Sendable {
        package var before: Double
        package var after: Double

        /// A change of threshold.
        package init(before: Double, after: Double) {
            self.before = before
            self.after = after
        }

        /// The change that takes this one back.
        package var inverse: ThresholdChange { ThresholdChange(before: after, after: before) }
    }
}
