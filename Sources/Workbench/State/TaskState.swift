internal import Annotations
package import HumanReview

/// One image under review on the screen.
package struct TaskState: Hashable, Sendable {
    package var task: OpenTask
    package var draft: Draft
    /// Journal entries the store has; entries past this number wait to be saved.
    package var committed: Int
    package var selection: Int?
    package var mode: InputMode = .normal
    /// The crosshair to go back to when a mouse gesture within drawing ends.
    package var interruptedDrawing: InputMode.Drawing?
    /// The part of the photo wanted on the screen; what is shown is the raster's.
    package var viewport: Viewport?
    package var raster: PhotoRaster?
    /// The latest photo asked for, so that it is asked for once.
    package var requested: PhotoRequest?
    /// Why the photo cannot be shown.
    package var photoFailure: String?
    /// Keys were pressed since the journal's last entry.
    package var hasActivity = false
    /// The lease ended under the reviewer's hands.
    package var leaseLost: String?

    /// A task as the store opened it.
    package init(_ task: OpenTask) {
        self.task = task
        draft = task.draft
        committed = task.journal.count
        // Who comes back finds the box they left.
        let last = task.journal.last { !$0.changes.isEmpty }?.changes.last?.after?.id
        // Who comes first finds the box that is said to be wrong.
        let rejected = task.rejected.lazy.map(\.id).first(where: { draft.box($0) != nil })
        selection = last.flatMap(draft.box)?.id ?? rejected ?? draft.boxes.first?.id
    }

    /// The answer on its way into the store: it waits for the journal, and for room on the disk.
    package var submission: Answer?

    package var image: ReviewImage { task.loop.image }

    /// Whether edits are taken.
    package var isEditable: Bool { task.lease != nil && leaseLost == nil && submission == nil }

    package var selectedBox: ReviewBox? { selection.flatMap(draft.box) }

    /// Entries not yet in the store, in order.
    package var unsaved: [Edit] { Array(draft.journal.dropFirst(committed)) }

    /// Whether the photo on the screen is not the one that was asked for last.
    package var isWaitingForPhoto: Bool {
        photoFailure == nil && raster?.request != requested
    }

    /// Gives a gesture with the mouse up, and the drawing it interrupted.
    mutating func endGesture() {
        interruptedDrawing = nil
        if case .dragging = mode { mode = .normal }
    }

    /// The viewport boxes are drawn and clicked in: that of the photo on the screen.
    package var shownViewport: Viewport? { raster?.request.viewport ?? viewport }
}
