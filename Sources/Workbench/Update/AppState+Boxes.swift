internal import Annotations
internal import HumanReview

extension AppState {
    mutating func select(offset: Int) {
        withTask { task in
            let ids = task.draft.boxes.map(\.id)
            guard !ids.isEmpty else { return }
            let current = task.selection.flatMap(ids.firstIndex(of:))
            let next = current.map { $0 + offset } ?? (offset > 0 ? 0 : ids.count - 1)
            task.selection = ids[(next + ids.count) % ids.count]
            task.revealSelection()
        }
    }

    mutating func confirm() -> [Effect] {
        guard let task else { return [] }
        guard task.isEditable else { return explainReadOnly() }
        guard let box = task.selectedBox else {
            say(.information, "No box to confirm; a submits the image as it stands")
            return []
        }
        var confirmed = box
        confirmed.isConfirmed = true
        let saved = box.isConfirmed ? [] : change(.confirm, box, to: confirmed)
        if self.task?.draft.boxes.allSatisfy(\.isConfirmed) == true {
            say(.success, "Every box is confirmed; a submits the image")
        }
        select(offset: 1)
        return saved
    }

    mutating func choose(label: String) -> [Effect] {
        popup = nil
        activeLabel = label
        guard let box = task?.selectedBox, box.label != label else {
            say(.information, "New boxes are now: \(label)")
            return []
        }
        guard task?.isEditable == true else { return explainReadOnly() }
        lastOperation = .relabel(label)
        return change(.relabel, box, to: box.relabelled(label))
    }

    mutating func delete() -> [Effect] {
        guard let task, let box = task.selectedBox else { return noSelection() }
        let boxes = task.draft.boxes
        let index = boxes.firstIndex { $0.id == box.id } ?? 0
        let next = index + 1 < boxes.count ? boxes[index + 1] : boxes.dropLast().last
        lastOperation = .delete
        let saved = record(.delete, [BoxChange(before: box, after: nil)])
        withTask { $0.selection = next?.id }
        say(.information, "Deleted \(box.label); u brings it back")
        return saved
    }

    mutating func copy() {
        guard let box = task?.selectedBox else { return }
        clipboard = box
        say(.information, "Copied \(box.label); p pastes it here or on another image")
    }

    mutating func pasteBox() -> [Effect] {
        guard let task, let clipboard else {
            say(.information, "Nothing copied yet; y copies the box")
            return []
        }
        let size = task.image.size
        let taken = task.draft.boxes.contains { $0.box == clipboard.box }
        let place = taken ? clipboard.box.moved(right: 10, down: 10, within: size) : clipboard.box
        return add(.paste, label: clipboard.label, box: place)
    }

    mutating func undo() -> [Effect] {
        let kind = task?.draft.lastUndoable?.kind
        return replay(task?.draft.undo(by: worker, at: now), "undo", of: kind)
    }

    mutating func redo() -> [Effect] {
        let kind = task?.draft.lastRedoable?.kind
        return replay(task?.draft.redo(by: worker, at: now), "redo", of: kind)
    }

    /// Adds a box and selects it.
    mutating func add(_ kind: Edit.Kind, label: String, box: BoundingBox) -> [Effect] {
        guard let task else { return [] }
        let added = ReviewBox(
            id: task.draft.nextID, label: label, box: box.clipped(to: task.image.size))
        let saved = record(kind, [BoxChange(before: nil, after: added)])
        withTask { $0.selection = added.id }
        return saved
    }

    /// Changes one box; a box of the model's that a person changes is the person's from then on.
    mutating func change(_ kind: Edit.Kind, _ box: ReviewBox, to changed: ReviewBox) -> [Effect] {
        guard changed != box else { return [] }
        return record(kind, [BoxChange(before: box, after: changed)])
    }

    mutating func record(_ kind: Edit.Kind, _ changes: [BoxChange]) -> [Effect] {
        record(Edit(kind: kind, changes: changes, worker: worker, time: now))
    }

    mutating func noSelection() -> [Effect] {
        let isEmpty = task?.draft.boxes.isEmpty == true
        say(
            .information,
            isEmpty ? "There is no box; w draws one" : "No box is selected; Tab selects one")
        return []
    }

    private mutating func replay(_ edit: Edit?, _ verb: String, of kind: Edit.Kind?) -> [Effect] {
        guard let edit else {
            say(.information, "Nothing to \(verb)")
            return []
        }
        let saved = record(edit)
        withTask { $0.selectAfter(edit) }
        say(.information, "\(verb == "undo" ? "Undid" : "Redid"): \(kind?.rawValue ?? "edit")")
        return saved
    }
}

extension ReviewBox {
    func relabelled(_ label: String) -> ReviewBox {
        ReviewBox(id: id, label: label, box: box, isConfirmed: isConfirmed)
    }

    func placed(_ box: BoundingBox) -> ReviewBox {
        box == self.box ? self : ReviewBox(id: id, label: label, box: box, isConfirmed: isConfirmed)
    }
}

extension TaskState {
    /// Selects what an undone or redone edit touched, so that the eye finds it.
    fileprivate mutating func selectAfter(_ edit: Edit) {
        if let changed = edit.changes.compactMap(\.after).last {
            selection = changed.id
        } else if selectedBox == nil {
            selection = draft.boxes.last?.id
        }
        revealSelection()
    }

    mutating func revealSelection() {
        guard let box = selectedBox?.box else { return }
        viewport?.reveal(PixelPoint(x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2))
    }
}
