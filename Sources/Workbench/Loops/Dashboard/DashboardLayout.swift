internal import HumanReview
internal import Screen

/// Where each panel and row stands, on as many pages as are needed.
struct DashboardLayout {
    /// A panel in its place.
    struct Place {
        let panel: DashboardPanel
        let page: Int
        let rect: CellRect
    }

    /// A row in its place.
    struct PlacedRow {
        let row: DashboardPanel.Row
        let panel: Int
        let page: Int
        /// The row's line on the screen.
        let rect: CellRect
    }

    private static let gap = 3

    private(set) var places: [Place] = []
    /// Every row that can be selected, in the order of the panels.
    private(set) var rows: [PlacedRow] = []

    var pages: Int { (places.last?.page ?? 0) + 1 }

    /// Lines of the longest definition on a narrow screen.
    static let definitionLines = 3

    /// What the screen leaves for panels: a margin, and at the bottom a blank and the definition.
    static func rect(of layout: ScreenLayout) -> CellRect {
        CellRect(
            column: 1, row: layout.pane.row, columns: layout.header.columns - 2,
            rows: layout.pane.rows - definitionLines - 1)
    }

    /// Lays the panels out in columns: one below 100 columns of the screen, two below 160, three from there.
    ///
    /// As many classes as the screen is high are shown where that takes no further page.
    init(_ figures: LeadFigures, in rect: CellRect) {
        let few = DashboardPanels.fewClasses
        self.init(figures, mostClasses: few, in: rect)
        // Below the title and the heads.
        let most = rect.rows - 2
        guard most > few, figures.models.contains(where: { $0.classes.count > few }) else { return }
        let whole = DashboardLayout(figures, mostClasses: most, in: rect)
        if whole.pages == pages { self = whole }
    }

    private init(_ figures: LeadFigures, mostClasses: Int, in rect: CellRect) {
        let count = rect.columns < 98 ? 1 : rect.columns < 158 ? 2 : 3
        let width = (rect.columns - (count - 1) * Self.gap) / count
        let panels = DashboardPanels(figures: figures, width: width, mostClasses: mostClasses)
            .all.map { Self.cut($0, to: rect.rows) }
        let rows = Self.rows(of: panels, columns: count, atMost: rect.rows)
        let ordered = count == 1 ? Self.packed(panels, in: rows) : panels
        var (page, column, line) = (0, 0, 0)
        for panel in ordered {
            // The blank below the last panel may fall off the page.
            if line > 0, line + panel.height - 1 > rows {
                (column, line) = (column + 1, 0)
                if column == count { (page, column) = (page + 1, 0) }
            }
            place(
                panel, page,
                CellRect(
                    column: rect.column + column * (width + Self.gap), row: rect.row + line,
                    columns: width, rows: panel.height - 1))
            line += panel.height
        }
    }

    /// The panels page after page of one column: what does not fit below the others waits for the next
    /// page, and a smaller one takes its room.
    private static func packed(_ panels: [DashboardPanel], in rows: Int) -> [DashboardPanel] {
        var (ordered, left) = ([DashboardPanel](), panels)
        while !left.isEmpty {
            var (line, rest) = (0, [DashboardPanel]())
            for panel in left {
                if line == 0 || line + panel.height - 1 <= rows {
                    ordered.append(panel)
                    line += panel.height
                } else {
                    rest.append(panel)
                }
            }
            left = rest
        }
        return ordered
    }

    /// A panel that is higher than the screen keeps what fits.
    private static func cut(_ panel: DashboardPanel, to rows: Int) -> DashboardPanel {
        guard panel.height - 1 > rows else { return panel }
        var panel = panel
        let spare = rows - (panel.height - panel.rows.count - 1)
        panel.rows = Array(panel.rows.prefix(max(1, spare)))
        return panel
    }

    /// The fewest rows in which the panels fill one page evenly, or all there are where one is too small.
    private static func rows(
        of panels: [DashboardPanel], columns: Int, atMost most: Int
    ) -> Int {
        let least = panels.map { $0.height - 1 }.max() ?? 1
        guard least <= most else { return most }
        return (least...most).first { rows in
            var (column, line) = (0, 0)
            for panel in panels {
                if line > 0, line + panel.height - 1 > rows { (column, line) = (column + 1, 0) }
                line += panel.height
            }
            return column < columns
        } ?? most
    }

    private mutating func place(_ panel: DashboardPanel, _ page: Int, _ rect: CellRect) {
        let first = rect.row + 1 + (panel.hasHeads ? 1 : 0)
        rows += panel.rows.enumerated().map { index, row in
            PlacedRow(
                row: row, panel: places.count, page: page,
                rect: CellRect(
                    column: rect.column, row: first + index, columns: rect.columns, rows: 1))
        }
        places.append(Place(panel: panel, page: page, rect: rect))
    }

    /// The page a row is on; the first where there is no such row.
    func page(ofRow index: Int) -> Int { rows.indices.contains(index) ? rows[index].page : 0 }
}
