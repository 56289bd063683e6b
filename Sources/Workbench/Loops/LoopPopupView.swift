internal import HumanReview
internal import Screen

extension Painter {
    /// Draws the popup of the loops screen and returns the cells it covers.
    mutating func drawPopupOfLoops(_ layout: ScreenLayout) -> [CellRect] {
        guard state.destination == .loops, state.popup == nil else { return [] }
        switch state.loops.popup {
        case nil: return []
        case .confirm(let action, _, let outcome):
            return [
                drawBox(
                    [action.question(outcome), ""] + action.consequences(outcome)
                        + ["", "y Enter  yes", "n Esc    no"], layout)
            ]
        case .savedFilters(let filters, let selection):
            return [drawSavedFilters(filters, selection, layout)]
        case .nameFilter(let name):
            return [drawPrompt("Save the filter as", name, layout)]
        case .exportPath(let path, let selection):
            return [drawPrompt("Write \(selection.text) to", path, layout)]
        case .workers(let workers, let search):
            return [drawWorkers(workers, search, layout)]
        }
    }

    private mutating func drawBox(_ lines: [String], _ layout: ScreenLayout, columns: Int = 0)
        -> CellRect
    {
        let all = layout.header.columns
        let wanted = max(columns, (lines.map(DisplayWidth.of).max() ?? 0) + 6)
        let rect = CellRect(
            column: (all - min(all - 4, wanted)) / 2,
            row: layout.pane.row + max(0, layout.pane.rows - lines.count - 2) / 2,
            columns: min(all - 4, wanted), rows: min(layout.pane.rows, lines.count + 2))
        grid.fill(rect, style: panelStyle)
        for (index, line) in lines.prefix(rect.rows - 2).enumerated() {
            grid.write(
                DisplayWidth.truncate(line, to: rect.columns - 4), column: rect.column + 3,
                row: rect.row + 1 + index, style: index == 0 ? strongStyle : panelStyle)
        }
        return rect
    }

    private mutating func drawPrompt(
        _ title: String, _ field: LineEdit, _ layout: ScreenLayout
    ) -> CellRect {
        let rect = drawBox([title, "", ""], layout, columns: 60)
        let line = CellRect(
            column: rect.column + 3, row: rect.row + 3, columns: rect.columns - 6, rows: 1)
        grid.fill(line, style: Style(foreground: theme.text, background: theme.background))
        let before = String(field.text.prefix(field.cursor))
        let hidden = max(0, DisplayWidth.of(before) - line.columns + 1)
        grid.write(
            String(field.text.dropFirst(hidden)), column: line.column, row: line.row,
            style: Style(foreground: theme.text, background: theme.background),
            limit: line.columns)
        cursor = CellPosition(
            column: line.column + DisplayWidth.of(before) - hidden, row: line.row)
        return rect
    }

    private mutating func drawSavedFilters(
        _ filters: [SavedFilter], _ selection: Int, _ layout: ScreenLayout
    ) -> CellRect {
        let width = filters.map { DisplayWidth.of($0.name) }.max() ?? 0
        let rows = filters.map { filter in
            filter.name
                + String(repeating: " ", count: width - DisplayWidth.of(filter.name) + 2)
                + filter.text
        }
        let room = max(1, layout.pane.rows - 6)
        let first = max(0, min(selection - room / 2, rows.count - room))
        let shown = Array(rows.dropFirst(first).prefix(room))
        let list = shown.isEmpty ? ["None yet; s saves the filter of the list"] : shown
        let rect = drawBox(["Saved filters", ""] + list, layout, columns: 50)
        guard !shown.isEmpty else { return rect }
        highlight(shown, selection - first, in: rect)
        return rect
    }

    private mutating func drawWorkers(
        _ workers: [Worker], _ search: Popup.ListSearch, _ layout: ScreenLayout
    ) -> CellRect {
        let choices = LoopPopup.choices(workers, search).map { $0?.name ?? "everybody" }
        let room = max(1, layout.pane.rows - 6)
        let first = max(0, min(search.selection - room / 2, choices.count - room))
        let shown = Array(choices.dropFirst(first).prefix(room))
        let title = "Give to: " + search.query
        let rect = drawBox([title, ""] + shown, layout, columns: 40)
        cursor = CellPosition(
            column: min(rect.column + 3 + DisplayWidth.of(title), rect.endColumn - 1),
            row: rect.row + 1)
        highlight(shown, search.selection - first, in: rect)
        return rect
    }

    private mutating func highlight(_ rows: [String], _ index: Int, in rect: CellRect) {
        guard rows.indices.contains(index) else { return }
        let line = CellRect(
            column: rect.column + 2, row: rect.row + 3 + index, columns: rect.columns - 4, rows: 1)
        grid.fill(line, style: selectionStyle)
        grid.write(
            DisplayWidth.truncate(rows[index], to: line.columns - 2), column: line.column + 1,
            row: line.row, style: selectionStyle)
    }
}

extension LoopSelection {
    /// The loops in a few words.
    fileprivate var text: String {
        switch self {
        case .named(let names): Counted.loops(names.count)
        case .matching: "all that the filter lets through"
        }
    }
}
