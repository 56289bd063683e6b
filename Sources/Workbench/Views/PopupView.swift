internal import Annotations
internal import HumanReview
internal import Screen

extension Painter {
    /// Draws the popup and returns the cells it covers.
    mutating func drawPopup(_ layout: ScreenLayout) -> [CellRect] {
        guard let popup = state.popup else { return [] }
        switch popup {
        case .classes, .confidentClasses:
            drawList(popup, title: "Class", in: layout.panel)
            return []
        case .boxClasses:
            drawList(popup, title: "Crops of", in: layout.panel)
            return []
        case .confidentModels:
            drawList(popup, title: "Model", in: layout.panel)
            return []
        case .help: return drawWide(popup, title: "Keys", layout)
        case .palette: return drawWide(popup, title: "Commands", layout)
        case .instructions(let scroll): return [drawInstructions(scroll, layout)]
        case .skip, .adopt, .decision, .sendBack, .undoSettlement, .unsaved:
            return [drawQuestion(popup, layout)]
        }
    }

    private mutating func drawWide(_ popup: Popup, title: String, _ layout: ScreenLayout)
        -> [CellRect]
    {
        // In a narrow window the list takes the panel's room too, so that no description is cut.
        let isNarrow = layout.pane.columns < 92
        let room = isNarrow ? layout.header.columns : layout.pane.columns
        // No half of the panel looks out from behind the list.
        if isNarrow { grid.fill(layout.panel, style: panelStyle) }
        let columns = min(room - 2, 92)
        let rows = min(layout.pane.rows - 2, 40)
        let rect = CellRect(
            column: layout.pane.column + (room - columns) / 2, row: layout.pane.row + 1,
            columns: columns, rows: rows)
        drawList(popup, title: title, in: rect)
        return [rect]
    }

    private mutating func drawList(_ popup: Popup, title: String, in rect: CellRect) {
        guard let search = popup.search else { return }
        grid.fill(rect, style: panelStyle)
        let prompt = grid.write(
            " \(title)", column: rect.column + 1, row: rect.row, style: strongStyle)
        let end = grid.write(
            ": " + search.query, column: prompt, row: rect.row, style: panelStyle,
            limit: rect.endColumn - prompt - 1)
        cursor = CellPosition(column: min(end, rect.endColumn - 1), row: rect.row)
        let entries = state.entries(of: popup)
        drawCount(search.selection, of: entries.count, in: rect)
        let room = rect.rows - 2
        let first = max(0, min(search.selection - room / 2, entries.count - room))
        for (line, index) in (first..<min(entries.count, first + max(0, room))).enumerated() {
            drawEntry(
                entries[index], isSelected: index == search.selection,
                row: rect.row + 2 + line, in: rect)
        }
        if entries.isEmpty {
            grid.write(
                "  nothing matches", column: rect.column + 1, row: rect.row + 2, style: mutedStyle)
        }
    }

    /// Where in the list the selection is: what is above and below the rows in sight.
    private mutating func drawCount(_ selection: Int, of count: Int, in rect: CellRect) {
        guard count > rect.rows - 2 else { return }
        let text = "\(selection + 1) of \(count)"
        grid.write(
            text, column: rect.endColumn - DisplayWidth.of(text) - 1, row: rect.row,
            style: mutedStyle)
    }

    private mutating func drawEntry(
        _ entry: PopupEntry, isSelected: Bool, row: Int, in rect: CellRect
    ) {
        let style = isSelected ? selectionStyle : panelStyle
        let line = CellRect(
            column: rect.column + 1, row: row, columns: rect.columns - 2, rows: 1)
        grid.fill(line, style: style)
        let detailColumn = line.column + (entry.topic == nil ? 0 : 1)
        var detail = style
        detail.foreground = isSelected ? style.foreground : theme.accent
        let keyWidth = entry.topic == nil ? 3 : 17
        grid.write(
            DisplayWidth.truncate(entry.detail, to: keyWidth - 1), column: detailColumn, row: row,
            style: detail)
        grid.write(
            DisplayWidth.truncate(entry.title, to: line.columns - keyWidth - 1),
            column: line.column + keyWidth, row: row, style: titleStyle(entry, style, isSelected))
    }

    private func titleStyle(_ entry: PopupEntry, _ style: Style, _ isSelected: Bool) -> Style {
        guard case .label(let label) = entry.value, !isSelected else { return style }
        let id = state.task?.task.instructions.labels.classID(of: label)
        return panelStyle(theme.color(ofClass: id))
    }

    private mutating func drawQuestion(_ popup: Popup, _ layout: ScreenLayout) -> CellRect {
        let lines = popup.question(
            rows: layout.pane.rows - 2, columns: layout.pane.columns - 8)
        let columns = min(layout.pane.columns - 2, (lines.map(DisplayWidth.of).max() ?? 0) + 6)
        let pane = layout.pane
        let rect = CellRect(
            column: pane.column + (pane.columns - columns) / 2,
            row: pane.row + max(0, pane.rows - lines.count - 2) / 2, columns: columns,
            rows: lines.count + 2)
        grid.fill(rect, style: panelStyle)
        for (index, line) in lines.enumerated() {
            grid.write(
                DisplayWidth.truncate(line, to: columns - 4), column: rect.column + 3,
                row: rect.row + 1 + index, style: index == 0 ? strongStyle : panelStyle)
        }
        return rect
    }
}

extension Popup {
    /// The lines of a question; the keys that answer it begin its lines.
    ///
    /// Of a note that is typed the end is in sight.
    fileprivate func question(rows: Int, columns: Int) -> [String] {
        switch self {
        case .skip:
            [
                "Skip this image?", "", "r  release it: anyone may take it now",
                "p  postpone it: back after everything else", "d  decline it: not for you again",
                "", "The draft is kept in every case.",
            ]
        case .adopt(let worker, let edits):
            [
                "\(worker) left an unfinished answer", "",
                "y  go on from it (\(edits) \(edits == 1 ? "edit" : "edits"))",
                "n  begin from the model's boxes",
            ]
        case .decision(let question): question.lines
        case .sendBack(let form):
            [
                "Send this loop back for correction", "",
                "To     \(form.asked?.name ?? "anyone")  (Tab changes it)",
                "What is to be put right:",
            ] + TextWrap.lines(form.note + "_", width: min(60, columns)).suffix(max(1, rows - 4))
        case .undoSettlement:
            [
                "Take back your latest settlement?", "", "It is not exported any more.", "",
                "y Enter  yes", "n Esc    no",
            ]
        case .unsaved:
            [
                "Some edits are not saved", "", "y  leave and lose them",
                "n  stay, and free some space",
            ]
        default: []
        }
    }
}
