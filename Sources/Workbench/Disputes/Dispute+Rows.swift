internal import HumanReview
internal import Screen

/// Where a dispute stands in the side panel.
extension Dispute {
    /// The differences in sight.
    func differenceWindow(in panel: CellRect) -> ListWindow {
        ListWindow(
            count: differing.count, selection: selection,
            room: max(3, panel.rows - revision.answers.count * 2 - 8), firstRow: panel.row + 1)
    }

    /// What is taken by a click on a row of the panel.
    func choice(atRow row: Int, in panel: CellRect) -> Choice? {
        guard let selected = selectedObject else { return nil }
        // Each name has its box below it, where there is one.
        var line = differenceWindow(in: panel).endRow + 2
        for (position, member) in consolidation.objects[selected].members.enumerated() {
            let height = member == nil ? 1 : 2
            if (line..<line + height).contains(row) { return .answer(position) }
            line += height
        }
        let height = consolidation.objects[selected].consolidated == nil ? 1 : 2
        if (line..<line + height).contains(row) { return .consolidated }
        return row == line + height ? .dropped : nil
    }
}
