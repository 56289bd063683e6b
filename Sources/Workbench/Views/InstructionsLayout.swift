internal import Annotations
internal import HumanReview
internal import Screen

/// Where instructions stand on the screen and how they are broken into lines.
struct InstructionsLayout {
    let rect: CellRect
    /// Header, short and full instructions.
    let lines: [String]

    init(_ instructions: TaskInstructions, in pane: CellRect) {
        let columns = min(pane.columns - 2, 88)
        rect = CellRect(
            column: pane.column + (pane.columns - columns) / 2, row: pane.row + 1, columns: columns,
            rows: pane.rows - 2)
        let parts = [
            instructions.header, "", instructions.shortInstructions, "",
            instructions.fullInstructionsHeader, "", instructions.fullInstructions,
        ]
        let all = parts.flatMap { TextWrap.lines($0, width: columns - 6) }
        // Parts that are empty leave no double gaps.
        lines = all.enumerated().filter { index, line in
            !line.isEmpty || (index > 0 && !all[index - 1].isEmpty)
        }.map(\.element)
    }

    /// Lines in sight at once.
    var room: Int { rect.rows - 2 }

    /// The scroll that shows the last line.
    var lastScroll: Int { max(0, lines.count - room) }
}
