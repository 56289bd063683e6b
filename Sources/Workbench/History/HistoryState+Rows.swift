internal import HumanReview
internal import Screen

/// Where the history stands in the side panel.
extension HistoryState {
    /// The versions in sight.
    func versionWindow(in panel: CellRect) -> ListWindow {
        ListWindow(
            count: versions.count, selection: shown, room: max(3, panel.rows / 2 - 2),
            firstRow: panel.row + 1)
    }

    /// The changes in sight, below the title in a row.
    func changeWindow(below row: Int, in panel: CellRect) -> ListWindow {
        ListWindow(
            count: changes.count, selection: selection, room: max(0, panel.endRow - row - 1),
            firstRow: row + 1)
    }

    /// The row of the changes' title: below the versions and what is said of the one that is shown.
    func changesRow(in panel: CellRect) -> Int {
        let row = versionWindow(in: panel).endRow
        guard versions.indices.contains(shown) else { return row + 1 }
        return row + 3 + (versions[shown].activeMilliseconds == nil ? 0 : 1)
            + requestLines(in: panel).count
    }

    /// Who sent the loop back for the version that is shown and why, as far as the panel has room for it.
    func requestLines(in panel: CellRect) -> [String] {
        guard versions.indices.contains(shown) else { return [] }
        let revision = history?.revisions.first { $0.number == versions[shown].revision }
        guard let request = revision?.request else { return [] }
        let text = "sent back by \(request.lead.name): \(request.note)"
        return Array(TextWrap.lines(text, width: panel.columns - 4).prefix(3))
    }
}
