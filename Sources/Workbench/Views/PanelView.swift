internal import Annotations
internal import HumanReview
internal import Screen

extension Painter {
    /// The side panel: the boxes, the selected one, the threshold and the quick classes.
    mutating func drawPanel(_ task: TaskState, _ layout: ScreenLayout) {
        let panel = layout.panel
        grid.fill(panel, style: panelStyle)
        let list = BoxListWindow(task: task, layout: layout)
        drawTitle("Boxes", detail: boxCount(task), row: panel.row, in: panel)
        if task.draft.boxes.isEmpty {
            grid.write(
                task.isEditable ? " none: w draws one" : " none", column: panel.column + 1,
                row: list.rect.row,
                style: mutedStyle)
        }
        for index in list.visible {
            drawRow(
                task.draft.boxes[index],
                isSelected: task.draft.boxes[index].id == task.selection,
                isRejected: task.isRejected(task.draft.boxes[index]),
                labels: task.task.instructions.labels,
                row: list.rect.row + index - list.visible.lowerBound,
                in: panel)
        }
        drawSelected(task, row: list.rect.endRow + 1, in: panel)
    }

    private func boxCount(_ task: TaskState) -> String {
        let count = task.draft.boxes.count
        let confirmed = task.draft.boxes.count(where: \.isConfirmed)
        let position = task.selection.flatMap { id in task.draft.boxes.firstIndex { $0.id == id } }
        let place = position.map { "\($0 + 1) of \(count)" } ?? "\(count)"
        return confirmed == 0 ? place : "\(confirmed) ok, " + place
    }

    private mutating func drawRow(
        _ box: ReviewBox, isSelected: Bool, isRejected: Bool, labels: LabelMap, row: Int,
        in panel: CellRect
    ) {
        let (line, style) = beginLine(row, isSelected: isSelected, in: panel)
        let color = theme.color(ofClass: labels.classID(of: box.label))
        // A cell of the class's colour; the mark tells the selection where there are no colours.
        let swatch = Style(foreground: theme.outlineShadow, background: color, attributes: .bold)
        grid.write(isSelected ? ">" : " ", column: line.column, row: row, style: swatch)
        if let hint = hint(of: box) {
            grid.write(hint, column: line.column, row: row, style: selectionStyle)
        }
        let score = box.score.map { (isRejected ? "x " : "") + state.scoreText($0) }
        let detail = box.isConfirmed ? "ok" : score ?? "edited"
        grid.write(
            DisplayWidth.truncate(box.label, to: line.columns - 11), column: line.column + 2,
            row: row,
            style: style)
        grid.write(
            detail, column: line.endColumn - DisplayWidth.of(detail) - 1, row: row, style: style)
    }

    /// The letters that jump to a box, while a jump is being typed.
    private func hint(of box: ReviewBox) -> String? {
        guard let task = state.task, case .hint(let typed) = task.mode,
            let index = task.draft.boxes.firstIndex(where: { $0.id == box.id })
        else { return nil }
        let hint = HintLabels.labels(count: task.draft.boxes.count)[index]
        return hint.hasPrefix(typed) ? hint : nil
    }

    private mutating func drawSelected(_ task: TaskState, row: Int, in panel: CellRect) {
        var row = row
        if let box = task.measuredBox {
            drawFact("left, top", "\(box.left), \(box.top)", row: row, in: panel)
            drawFact("size", "\(box.width) × \(box.height)", row: row + 1, in: panel)
        }
        row += 2
        drawFact("scores from", Percent.of(task.draft.threshold) + "  { }", row: row, in: panel)
        row += 2
        drawTitle("Classes", detail: "new: " + state.drawingLabel, row: row, in: panel)
        drawQuickClasses(task, row: row + 1, in: panel)
    }

    /// Two columns of digits and classes where the panel is low, one where it is high.
    private mutating func drawQuickClasses(_ task: TaskState, row: Int, in panel: CellRect) {
        let columns = panel.endRow - row >= 10 ? 1 : 2
        let width = (panel.columns - 2) / columns
        let rows = (state.quickClasses.count + columns - 1) / columns
        for (index, name) in state.quickClasses.enumerated() {
            let line = row + index % max(1, rows)
            guard line < panel.endRow else { continue }
            let column = panel.column + 2 + index / max(1, rows) * width
            let end = grid.write(
                "\((index + 1) % 10)", column: column, row: line, style: keyStyle)
            let color = theme.color(ofClass: task.task.instructions.labels.classID(of: name))
            grid.write(
                " " + DisplayWidth.truncate(name, to: width - 3), column: end, row: line,
                style: panelStyle(color))
        }
    }
}

extension TaskState {
    /// The box whose numbers the panel shows: the one being drawn, else the selected one.
    var measuredBox: BoundingBox? {
        switch mode {
        case .drawing(let drawing): drawing.outline
        case .dragging(let drag) where drag.kind == .draw: drag.outline
        default: previewedSelection?.box
        }
    }

    /// The selected box as a gesture in progress would leave it.
    var previewedSelection: ReviewBox? {
        if case .dragging(let drag) = mode, let dragged = draggedBox(drag) { return dragged.after }
        return selectedBox
    }
}
