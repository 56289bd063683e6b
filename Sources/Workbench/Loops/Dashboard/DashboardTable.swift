internal import Screen

/// The widths of a panel's columns, and which of them fit.
struct DashboardTable {
    private static let leastBar = 6

    /// Where each shown column begins, from the panel's left edge, and its width.
    let columns: [(start: Int, width: Int)]

    /// The columns from the left that fit into `width`; a bar takes what is left.
    ///
    /// Where one more fits with less room between them, there is less room.
    init(_ panel: DashboardPanel, width: Int) {
        let spaced = Self.columns(of: panel, width: width, space: panel.space)
        let close = Self.columns(of: panel, width: width, space: 1)
        columns = close.count > spaced.count ? close : spaced
    }

    private static func columns(
        of panel: DashboardPanel, width: Int, space: Int
    ) -> [(start: Int, width: Int)] {
        var columns: [(start: Int, width: Int)] = []
        var start = 0
        for index in panel.columns.indices {
            let cells = panel.rows.compactMap {
                $0.cells.indices.contains(index) ? $0.cells[index] : nil
            }
            let isBar = cells.contains { if case .bar = $0.content { true } else { false } }
            let natural = cells.map(self.width).max() ?? 0
            let needed = max(
                DisplayWidth.of(panel.columns[index].title), isBar ? leastBar : natural)
            guard start + needed <= width else { break }
            let taken = isBar ? width - start : needed
            columns.append((start, taken))
            start += taken + space
        }
        return columns
    }

    private static func width(_ cell: DashboardCell) -> Int {
        switch cell.content {
        case .text(let text): DisplayWidth.of(text)
        case .sparkline(let values): values.count
        case .bar: 0
        }
    }
}
