/// A task's unfinished answer, replayed from its initial boxes and its journal.
///
/// Undo and redo are themselves journal entries that carry the changes they make, so replaying
/// restores the boxes and the undo history alike.
package struct Draft: Hashable, Sendable {
    /// The boxes in drawing order.
    package private(set) var boxes: [ReviewBox]
    package private(set) var threshold: Double
    package private(set) var journal: [Edit] = []
    /// Ids of boxes that a person deleted: the threshold never brings these back.
    package private(set) var deletedByHand: Set<Int> = []
    private var undoable: [Edit] = []
    private var redoable: [Edit] = []
    private var largestID: Int

    /// A draft before its first edit.
    ///
    /// - Parameters:
    ///   - boxes: the task's initial boxes.
    ///   - threshold: the flow's display threshold.
    ///   - reservedIDs: ids below this number belong to detections, drawn boxes begin at it.
    package init(initial boxes: [ReviewBox], threshold: Double, reservedIDs: Int = 0) {
        self.boxes = boxes
        self.threshold = threshold
        largestID = max(reservedIDs - 1, boxes.map(\.id).max() ?? -1)
    }

    /// An id no box of this task has had.
    package var nextID: Int { largestID + 1 }

    /// What undo would take back.
    package var lastUndoable: Edit? { undoable.last }
    /// What redo would do again.
    package var lastRedoable: Edit? { redoable.last }
    package var canUndo: Bool { !undoable.isEmpty }
    package var canRedo: Bool { !redoable.isEmpty }

    /// The box of an id, or nil when there is none now.
    package func box(_ id: Int) -> ReviewBox? { boxes.first { $0.id == id } }

    /// Applies the next journal entry.
    package mutating func apply(_ edit: Edit) {
        journal.append(edit)
        for change in edit.changes {
            apply(change)
            if edit.threshold == nil { note(change) }
        }
        if let threshold = edit.threshold { self.threshold = threshold.after }
        remember(edit)
    }

    /// The entry that would take the latest undoable edit back.
    package func undo(by worker: Worker, at time: Timestamp) -> Edit? {
        undoable.last.map { latest in
            Edit(
                kind: .undo, changes: latest.changes.reversed().map(\.inverse),
                threshold: latest.threshold?.inverse, worker: worker, time: time)
        }
    }

    /// The entry that would do the latest undone edit again.
    package func redo(by worker: Worker, at time: Timestamp) -> Edit? {
        redoable.last.map { latest in
            Edit(
                kind: .redo, changes: latest.changes, threshold: latest.threshold, worker: worker,
                time: time)
        }
    }

    private mutating func remember(_ edit: Edit) {
        switch edit.kind {
        case .open, .activity, .submit: break
        case .undo: redoable.append(contentsOf: undoable.popLast().map { [$0] } ?? [])
        case .redo: undoable.append(contentsOf: redoable.popLast().map { [$0] } ?? [])
        default:
            undoable.append(edit)
            redoable = []
        }
    }

    private mutating func apply(_ change: BoxChange) {
        if let id = (change.before ?? change.after)?.id { largestID = max(largestID, id) }
        switch (change.before, change.after) {
        case (let before?, let after?):
            guard let index = boxes.firstIndex(where: { $0.id == before.id }) else { return }
            boxes[index] = after
        case (let before?, nil):
            boxes.removeAll { $0.id == before.id }
        case (nil, let after?):
            boxes.insert(after, at: position(of: after))
        case (nil, nil): break
        }
    }

    private mutating func note(_ change: BoxChange) {
        if let deleted = change.before, change.after == nil { deletedByHand.insert(deleted.id) }
        if let added = change.after { deletedByHand.remove(added.id) }
    }

    /// Boxes keep the order of their ids, so a box that comes back comes back in its place.
    private func position(of box: ReviewBox) -> Int {
        boxes.firstIndex { $0.id > box.id } ?? boxes.endIndex
    }
}
