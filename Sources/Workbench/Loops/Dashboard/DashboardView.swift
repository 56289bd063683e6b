internal import HumanReview
internal import Imaging
internal import Screen

extension Painter {
    /// The figures, in what the header, status line and footer leave of the screen.
    mutating func drawDashboard(in rect: CellRect) {
        guard let layout = state.dashboardLayout else { return drawNoFigures(in: rect) }
        let page = layout.page(ofRow: state.loops.dashboard.selection)
        for place in layout.places where place.page == page {
            draw(place, selected: selectedRow(of: layout))
        }
        drawDefinition(layout, in: rect)
    }

    /// The keys that matter while the figures are shown.
    var dashboardHints: [KeyHint] {
        keys(
            [.nextFigure, .openFigure, .nextFigures, .showList, .help, .quit],
            ["next", "loops behind it", "page", "list", "keys", "quit"])
    }

    private mutating func drawNoFigures(in rect: CellRect) {
        var style = Style(foreground: theme.mutedText, background: theme.background)
        guard let failure = state.loops.dashboard.failure else {
            return drawCentered(["Reading the figures"], in: rect, style: style)
        }
        style.foreground = theme.error
        let lines = TextWrap.lines(failure.description, width: rect.columns - 8)
        drawCentered(["The figures could not be read", ""] + lines, in: rect, style: style)
    }

    private func selectedRow(of layout: DashboardLayout) -> CellRect? {
        let index = state.loops.dashboard.selection
        return layout.rows.indices.contains(index) ? layout.rows[index].rect : nil
    }

    private mutating func draw(_ place: DashboardLayout.Place, selected: CellRect?) {
        let (panel, rect) = (place.panel, place.rect)
        let title = DisplayWidth.truncate(panel.title, to: rect.columns - 2)
        let end = grid.write(
            title + " ", column: rect.column, row: rect.row,
            style: ground(theme.strongText, attributes: .bold))
        let rule = String(repeating: "─", count: max(0, rect.endColumn - end))
        grid.write(rule, column: end, row: rect.row, style: ground(theme.border))
        guard !panel.rows.isEmpty else {
            grid.write(
                panel.empty, column: rect.column, row: rect.row + 1, style: ground(theme.mutedText),
                limit: rect.columns)
            return
        }
        let table = DashboardTable(panel, width: rect.columns)
        var line = rect.row + 1
        if panel.hasHeads {
            drawHeads(panel, table, rect, line)
            line += 1
        }
        for (index, row) in panel.rows.enumerated() {
            draw(
                row, panel, table, rect, line + index,
                isSelected: selected?.row == line + index && selected?.column == rect.column)
        }
    }

    private mutating func drawHeads(
        _ panel: DashboardPanel, _ table: DashboardTable, _ rect: CellRect, _ line: Int
    ) {
        for (index, column) in table.columns.enumerated() {
            let head = panel.columns[index]
            write(
                head.title, head, column, rect.column, line,
                style: ground(theme.mutedText))
        }
    }

    private mutating func draw(
        _ row: DashboardPanel.Row, _ panel: DashboardPanel, _ table: DashboardTable,
        _ rect: CellRect, _ line: Int, isSelected: Bool
    ) {
        if isSelected {
            grid.fill(
                CellRect(column: rect.column, row: line, columns: rect.columns, rows: 1),
                style: selectionStyle)
        }
        for (index, column) in table.columns.enumerated() where index < row.cells.count {
            let cell = row.cells[index]
            var style = style(of: cell.tone)
            if isSelected, style.background == theme.background { style = selectionStyle }
            switch cell.content {
            case .text(let text):
                write(text, panel.columns[index], column, rect.column, line, style: style)
            case .bar(let share):
                drawBar(share, column.width, at: rect.column + column.start, line, style)
            case .sparkline(let values):
                drawSparkline(values, at: rect.column + column.start, line, style)
            }
        }
    }

    /// Whole columns are grounds and not characters, which every font has.
    private mutating func drawBar(
        _ share: Double, _ columns: Int, at column: Int, _ line: Int, _ style: Style
    ) {
        let bar = BlockText.bar(share, columns: columns)
        let whole = Style(foreground: style.foreground, background: style.foreground)
        grid.fill(CellRect(column: column, row: line, columns: bar.whole, rows: 1), style: whole)
        guard let rest = bar.rest else { return }
        grid.write(String(rest), column: column + bar.whole, row: line, style: style)
    }

    /// The ground brightens with the height, so that a font without the characters tells as much.
    private mutating func drawSparkline(
        _ values: [Int], at column: Int, _ line: Int, _ style: Style
    ) {
        let shares = BlockText.shares(of: values)
        for (index, character) in BlockText.sparkline(values).enumerated() {
            var style = style
            style.background = style.background?.mixed(with: theme.accent, share: shares[index] / 2)
            grid.write(String(character), column: column + index, row: line, style: style)
        }
    }

    /// A text at the left or, of a number, at the right of its column.
    private mutating func write(
        _ text: String, _ head: DashboardPanel.Column, _ column: (start: Int, width: Int),
        _ left: Int, _ line: Int, style: Style
    ) {
        let space = head.isNumber ? max(0, column.width - DisplayWidth.of(text)) : 0
        grid.write(text, column: left + column.start + space, row: line, style: style)
    }

    private func ground(_ color: RGBColor, attributes: Style.Attributes = []) -> Style {
        Style(foreground: color, background: theme.background, attributes: attributes)
    }

    private func style(of tone: DashboardCell.Tone) -> Style {
        switch tone {
        case .plain: ground(theme.text)
        case .muted: ground(theme.mutedText)
        case .strong: ground(theme.strongText, attributes: .bold)
        case .good: ground(theme.success)
        case .warning: ground(theme.warning)
        case .bad: ground(theme.error, attributes: .bold)
        case .accent: ground(theme.accent)
        case .heat(let share): heat(share)
        }
    }

    /// Text on a ground between the background and the accent, in whichever text colour reads better.
    private func heat(_ share: Double) -> Style {
        let color = theme.background.mixed(with: theme.accent, share: share * 0.8)
        let text =
            color.contrast(with: theme.strongText) >= color.contrast(with: theme.background)
            ? theme.strongText : theme.background
        return Style(foreground: text, background: color)
    }

    /// What the selected figure means, in the last lines above the status line.
    private mutating func drawDefinition(_ layout: DashboardLayout, in rect: CellRect) {
        let index = state.loops.dashboard.selection
        guard layout.rows.indices.contains(index) else { return }
        let figure = layout.places[layout.rows[index].panel].panel.figure
        let lines = TextWrap.lines(
            "\(figure.name): \(figure.definition)", width: rect.columns - 2
        ).prefix(DashboardLayout.definitionLines)
        for (offset, line) in lines.enumerated() {
            grid.write(
                line, column: rect.column + 1, row: rect.endRow - lines.count + offset,
                style: ground(theme.mutedText))
        }
    }

    /// Which page of the figures is shown, where there are several.
    var dashboardPage: String {
        guard let layout = state.dashboardLayout, layout.pages > 1 else { return "" }
        let page = layout.page(ofRow: state.loops.dashboard.selection)
        return "page \(page + 1) of \(layout.pages)"
    }
}

extension RGBColor {
    /// The colour a share of the way to another, in the terminal's own space.
    fileprivate func mixed(with other: RGBColor, share: Double) -> RGBColor {
        func channel(_ from: UInt8, _ to: UInt8) -> UInt8 {
            UInt8(Double(from) + (Double(to) - Double(from)) * min(max(share, 0), 1))
        }
        return RGBColor(
            red: channel(red, other.red), green: channel(green, other.green),
            blue: channel(blue, other.blue))
    }
}
