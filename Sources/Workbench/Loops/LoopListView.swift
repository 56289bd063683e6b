internal import HumanReview
internal import Imaging
internal import Screen

extension Painter {
    /// The list of loops with its filter, or what stands in its place.
    mutating func drawLoopList(in rect: CellRect) {
        let list = state.loops.list
        drawFilter(list, in: rect)
        drawLoopCount(list, row: rect.row + 1, in: rect)
        let body = CellRect(
            column: rect.column, row: rect.row + LoopListLayout.rowsAbove, columns: rect.columns,
            rows: rect.rows - LoopListLayout.rowsAbove)
        guard list.failure == nil, !list.rows.isEmpty else {
            return drawNoLoops(list, in: body)
        }
        let layout = LoopListLayout(width: rect.columns)
        drawLoopTitles(layout, row: body.row - 1, in: rect)
        for (line, index) in (list.top..<min(list.rows.count, list.top + body.rows)).enumerated() {
            drawLoop(
                list.rows[index], isCurrent: index == list.cursor, layout, row: body.row + line,
                in: rect)
        }
    }

    // MARK: - Above the rows

    private mutating func drawFilter(_ list: LoopListState, in rect: CellRect) {
        let line = CellRect(column: rect.column, row: rect.row, columns: rect.columns, rows: 1)
        grid.fill(line, style: panelStyle)
        let start = grid.write(" Filter ", column: 0, row: rect.row, style: keyStyle) + 1
        let text = list.field.text
        let isHint = text.isEmpty && !list.isEditing
        // The end that is typed at stays in sight.
        let room = rect.columns - start - 2
        let before = String(text.prefix(list.field.cursor))
        let hidden = list.isEditing ? max(0, DisplayWidth.of(before) - room) : 0
        let shown = String(text.dropFirst(hidden))
        grid.write(
            isHint ? "all loops; / to filter" : shown, column: start, row: rect.row,
            style: isHint ? mutedStyle : panelStyle, limit: room)
        if list.isEditing {
            cursor = CellPosition(
                column: start + DisplayWidth.of(before) - hidden, row: rect.row)
        }
        guard let mistake = list.mistake else { return }
        drawMistake(mistake, in: text, column: start - hidden, row: rect.row + 1, rect)
    }

    /// The caret stands under the character at fault, and the reason where there is room for it.
    private mutating func drawMistake(
        _ mistake: LoopFilterError, in text: String, column: Int, row: Int, _ rect: CellRect
    ) {
        var before = String.UnicodeScalarView()
        before.append(contentsOf: text.unicodeScalars.prefix(mistake.column))
        let caret = min(
            max(0, column + DisplayWidth.of(String(before))), max(0, rect.endColumn - 4))
        let style = Style(foreground: theme.error, background: theme.background, attributes: .bold)
        grid.write("^", column: caret, row: row, style: style)
        let width = DisplayWidth.of(mistake.reason)
        let fitsAfter = caret + 2 + width < rect.endColumn
        let start = fitsAfter ? caret + 2 : max(1, caret - width - 1)
        if fitsAfter || width < caret {
            grid.write(mistake.reason, column: start, row: row, style: style)
        } else {
            grid.write(
                DisplayWidth.truncate(mistake.reason, to: rect.columns - 2), column: 1,
                row: row + 1, style: style)
        }
    }

    private mutating func drawLoopCount(_ list: LoopListState, row: Int, in rect: CellRect) {
        guard list.mistake == nil else { return }
        let style = Style(foreground: theme.mutedText, background: theme.background)
        grid.write(" " + list.summary, column: rect.column, row: row, style: style)
        guard !list.marks.isEmpty else { return }
        let marks = list.marksSummary
        grid.write(
            marks, column: rect.endColumn - DisplayWidth.of(marks) - 1, row: row,
            style: Style(
                foreground: theme.accent, background: theme.background, attributes: .bold))
    }

    private mutating func drawLoopTitles(_ layout: LoopListLayout, row: Int, in rect: CellRect) {
        guard state.loops.list.mistake == nil || rect.columns > 0 else { return }
        let style = Style(
            foreground: theme.mutedText, background: theme.background, attributes: .bold)
        var column = rect.column + 2
        for place in layout.places {
            writeCell(place.column.title, place, column: column, row: row, style: style)
            column += place.width + 1
        }
    }

    // MARK: - Rows

    private mutating func drawLoop(
        _ loop: LoopListRow, isCurrent: Bool, _ layout: LoopListLayout, row: Int, in rect: CellRect
    ) {
        let isMarked = state.loops.list.marks.contains(loop.loop.name)
        let plain = Style(foreground: theme.text, background: theme.background)
        let style = isCurrent ? selectionStyle : plain
        grid.fill(
            CellRect(column: rect.column, row: row, columns: rect.columns, rows: 1), style: style)
        var mark = style
        if !isCurrent { mark.foreground = theme.accent }
        mark.attributes = .bold
        grid.write(isCurrent ? ">" : " ", column: rect.column, row: row, style: style)
        grid.write(isMarked ? "*" : " ", column: rect.column + 1, row: row, style: mark)
        var column = rect.column + 2
        for place in layout.places {
            var style = style
            if !isCurrent { style.foreground = color(of: place.column, loop) }
            writeCell(
                text(of: place.column, loop, width: place.width), place, column: column, row: row,
                style: style)
            column += place.width + 1
        }
    }

    private mutating func writeCell(
        _ text: String, _ place: LoopListLayout.Place, column: Int, row: Int, style: Style
    ) {
        let shown =
            place.column.isNumber ? text : DisplayWidth.truncate(text, to: place.width)
        let start =
            place.column.isNumber ? column + place.width - DisplayWidth.of(shown) : column
        grid.write(shown, column: start, row: row, style: style)
    }

    private func text(of column: LoopListLayout.Column, _ row: LoopListRow, width: Int) -> String {
        switch column {
        case .state: row.loop.status.rawValue
        case .score: row.loop.score.map(state.scoreText) ?? "none"
        case .classes: row.classesText(width: width)
        case .worker: row.workerText(width: width)
        case .age: Age.text(from: row.loop.creationTime, to: state.now)
        case .model: row.model ?? ""
        case .reason: row.reasonText
        case .image: row.loop.image.fileName
        case .name: row.loop.name
        }
    }

    private func color(of column: LoopListLayout.Column, _ row: LoopListRow) -> RGBColor {
        switch column {
        case .state: color(of: row.loop.status)
        case .score, .classes, .image: theme.text
        case .worker: row.holder == nil ? theme.text : theme.accent
        case .age, .model, .reason, .name: theme.mutedText
        }
    }

    func color(of status: HumanLoop.Status) -> RGBColor {
        switch status {
        case .inProgress: theme.text
        case .stopping: theme.warning
        case .stopped: theme.mutedText
        case .completed: theme.success
        case .failed: theme.error
        }
    }

    // MARK: - No rows

    private mutating func drawNoLoops(_ list: LoopListState, in rect: CellRect) {
        var style = Style(foreground: theme.mutedText, background: theme.background)
        if let failure = list.failure {
            style.foreground = theme.error
            let lines = TextWrap.lines(failure, width: rect.columns - 8)
            return drawCentered(
                ["The loops could not be read", ""] + lines + ["", "/ and Enter tries again"],
                in: rect, style: style)
        }
        guard list.isLoaded else {
            return drawCentered(
                [list.isReading && list.next != nil ? "Searching" : "Loading loops"], in: rect,
                style: style)
        }
        drawCentered(list.reasonsForNothing, in: rect, style: style)
    }
}

extension LoopListState {
    /// How many loops there are, and in what order.
    fileprivate var summary: String {
        guard let count else { return isLoaded ? "counting · \(filter.order.title)" : "" }
        let number =
            count.isExact ? Counted.loops(count.number) : Counted.of(count.number) + "+ loops"
        return "\(number) · \(filter.order.title)"
    }

    fileprivate var marksSummary: String {
        guard marks.isEverything else { return Counted.of(marks.names.count) + " selected" }
        return marks.names.isEmpty
            ? "all selected" : "all but \(Counted.of(marks.names.count)) selected"
    }

    /// Why the list is empty and what to do.
    fileprivate var reasonsForNothing: [String] {
        // What was typed is no filter, so that nothing can be said of what it lets through.
        if mistake != nil { return ["The filter is not understood", "", "/ changes it"] }
        guard !filter.terms.isEmpty else {
            return [
                "No loops yet", "", "An image that the model is unsure of starts one.",
                "loopbox add PATH brings images.",
            ]
        }
        guard let emptying, filter.terms.indices.contains(emptying.position) else {
            return ["Nothing matches", "", "/ changes the filter"]
        }
        var lines = [
            "Nothing matches", "", "No loop is left at  \(filter.terms[emptying.position])",
        ]
        if let unknown = emptying.unknown { lines.append("There is \(unknown)") }
        return lines + ["/ changes the filter"]
    }
}
