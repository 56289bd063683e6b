internal import Imaging
internal import Screen

/// A grid being drawn and the styles to draw it with.
struct Painter {
    let state: AppState
    var grid: CellGrid
    var cursor: CellPosition?

    init(state: AppState) {
        self.state = state
        let theme = state.theme
        grid = CellGrid(
            size: state.metrics.size,
            style: Style(foreground: theme.text, background: theme.background))
    }

    var theme: Theme { state.theme }
    var panelStyle: Style { Style(foreground: theme.text, background: theme.panel) }
    var mutedStyle: Style { Style(foreground: theme.mutedText, background: theme.panel) }
    var strongStyle: Style {
        Style(foreground: theme.strongText, background: theme.panel, attributes: .bold)
    }
    var keyStyle: Style {
        Style(foreground: theme.accent, background: theme.panel, attributes: .bold)
    }
    var selectionStyle: Style {
        Style(
            foreground: theme.selectionText, background: theme.selectionBackground,
            attributes: .bold)
    }

    func panelStyle(_ color: RGBColor, bold: Bool = false) -> Style {
        Style(foreground: color, background: theme.panel, attributes: bold ? .bold : [])
    }

    mutating func drawTooSmall() {
        let size = state.metrics.size
        let least = ScreenLayout.smallest
        let lines = [
            "Loopbox needs \(least.columns)×\(least.rows) cells",
            "this window has \(size.columns)×\(size.rows)", "make it larger; nothing is lost",
        ]
        drawCentered(
            lines, in: CellRect(column: 0, row: 0, columns: size.columns, rows: size.rows),
            style: Style(foreground: theme.warning, background: theme.background))
    }

    /// Writes lines in the middle of a rectangle.
    mutating func drawCentered(_ lines: [String], in rect: CellRect, style: Style) {
        for (index, line) in lines.enumerated() {
            let text = DisplayWidth.truncate(line, to: rect.columns)
            grid.write(
                text, column: rect.column + max(0, rect.columns - DisplayWidth.of(text)) / 2,
                row: rect.row + max(0, rect.rows - lines.count) / 2 + index, style: style)
        }
    }
}
