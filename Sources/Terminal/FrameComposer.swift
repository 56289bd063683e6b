internal import Imaging
internal import Screen

/// Turns a frame into the cells of the terminal.
nonisolated struct FrameComposer {
    var renderer: ScreenMetrics.PixelRenderer

    /// The frame's cells with the pane filled in, rows from the top, `frame.cells.size` in extent.
    func cells(of frame: Frame) -> [DisplayCell] {
        var cells = frame.cells.cells.map { DisplayCell(cell: $0, content: .text) }
        guard let pane = frame.pane else { return cells }
        let size = frame.cells.size
        for row in max(0, pane.rect.row)..<max(0, min(size.rows, pane.rect.endRow)) {
            for column in max(0, pane.rect.column)..<max(0, min(size.columns, pane.rect.endColumn))
            {
                let position = CellPosition(column: column, row: row)
                guard !frame.covers.contains(where: { $0.contains(position) }) else { continue }
                fill(&cells[row * size.columns + column], at: position, of: pane)
            }
        }
        return cells
    }

    private func fill(_ cell: inout DisplayCell, at position: CellPosition, of pane: ImagePane) {
        switch renderer {
        case .sixel:
            cell.cell.character = " "
            cell.content = .pixels
        case .halfBlocks:
            guard let block = HalfBlockRenderer.cell(at: position, of: pane) else { return }
            cell = DisplayCell(cell: block, content: .photo)
        }
    }
}
