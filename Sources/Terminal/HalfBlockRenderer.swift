internal import Imaging
internal import Screen

/// Shows a pane without pixels: a cell is two of its canvas's pixels, one above the other.
nonisolated enum HalfBlockRenderer {
    /// The cell of a screen position, or nil where the canvas does not reach.
    static func cell(at position: CellPosition, of pane: ImagePane) -> Cell? {
        let x = position.column - pane.rect.column
        let y = (position.row - pane.rect.row) * 2
        guard let upper = color(of: pane.canvas, x: x, y: y) else { return nil }
        let lower = color(of: pane.canvas, x: x, y: y + 1)
        return Cell("▀", style: Style(foreground: upper, background: lower))
    }

    private static func color(of canvas: IndexedCanvas, x: Int, y: Int) -> RGBColor? {
        guard x >= 0, x < canvas.width, y >= 0, y < canvas.height else { return nil }
        let index = Int(canvas.indices[y * canvas.width + x])
        return index < canvas.palette.count ? canvas.palette[index] : nil
    }
}
