internal import Annotations
internal import HumanReview

extension AppState {
    /// Moves what the mode moves: the selected box, one of its edges, or the crosshair.
    mutating func move(_ step: Step) -> [Effect] {
        guard let task else { return [] }
        if case .drawing = task.mode {
            moveCrosshair(step)
            return []
        }
        guard task.isEditable else { return explainReadOnly() }
        guard let box = task.selectedBox else { return noSelection() }
        return task.mode == .resize ? resize(box, step) : nudge(box, step)
    }

    mutating func beginResizing() {
        guard task?.isEditable == true || isPreviewing else { return _ = explainReadOnly() }
        guard task?.selectedBox != nil else { return _ = noSelection() }
        withTask { $0.mode = .resize }
    }

    mutating func repeatOperation() -> [Effect] {
        guard let task, let box = task.selectedBox else { return noSelection() }
        let size = task.image.size
        switch lastOperation {
        case .move(let right, let down):
            return change(
                .move, box, to: box.placed(box.box.moved(right: right, down: down, within: size)))
        case .resize(let edges, let right, let down):
            let moved = edges.moved(box.box, right: right, down: down, within: size)
            return change(.resize, box, to: box.placed(moved))
        case .relabel(let label): return choose(label: label)
        case .delete: return delete()
        case nil:
            say(.information, "No edit to repeat yet")
            return []
        }
    }

    private mutating func nudge(_ box: ReviewBox, _ step: Step) -> [Effect] {
        guard let task else { return [] }
        let delta = task.stored(step, length: step.isFar ? 10 : 1)
        lastOperation = .move(right: delta.x, down: delta.y)
        let moved = box.box.moved(right: delta.x, down: delta.y, within: task.image.size)
        return change(.move, box, to: box.placed(moved))
    }

    /// Lower case pushes the edge the key points at outwards, upper case pulls it inwards.
    private mutating func resize(_ box: ReviewBox, _ step: Step) -> [Effect] {
        guard let task else { return [] }
        let outward = task.stored(step, length: 1)
        let edges = BoxEdges(pointedAtBy: outward)
        let inward = PixelPoint(x: -outward.x, y: -outward.y)
        let delta = step.isFar ? inward : outward
        if step.isFar, edges.isHorizontal ? box.box.width <= 1 : box.box.height <= 1 { return [] }
        lastOperation = .resize(edges: edges, right: delta.x, down: delta.y)
        let resized = edges.moved(
            box.box, right: delta.x, down: delta.y, within: task.image.size)
        return change(.resize, box, to: box.placed(resized))
    }
}

extension TaskState {
    /// A step on the screen as a step in the stored frame: they differ when the photo is turned.
    func stored(_ step: Step, length: Int) -> PixelPoint {
        let size = image.size
        let orientation = image.orientation
        let from = orientation.stored(x: 0, y: 0, stored: size)
        let to = orientation.stored(x: Double(step.right), y: Double(step.down), stored: size)
        return PixelPoint(
            x: Int((to.x - from.x).rounded()) * length, y: Int((to.y - from.y).rounded()) * length)
    }
}

extension BoxEdges {
    /// The edge on the side a unit step in the stored frame goes to.
    init(pointedAtBy step: PixelPoint) {
        if step.x != 0 {
            self = step.x < 0 ? .left : .right
        } else {
            self = step.y < 0 ? .top : .bottom
        }
    }

    var isHorizontal: Bool { !isDisjoint(with: [.left, .right]) }
}
