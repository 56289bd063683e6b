internal import Screen

/// What decides how pixels are sent to a terminal.
nonisolated struct PixelTraits: Hashable, Sendable {
    var screen: CellSize
    var cell: PixelExtent
    /// The largest image that is drawn at all, or nil for any.
    var largestImage: PixelExtent?
    /// Whether the terminal is xterm, which redraws from the last 16 images only.
    var hasImageSlots = false
    /// Whether an image's unpainted pixels turn black.
    var lacksTransparency = false

    /// A cell rectangle's place in the pane's pixels.
    func pixels(of rect: CellRect, in pane: CellRect) -> (x: Int, y: Int, width: Int, height: Int) {
        (
            (rect.column - pane.column) * cell.width, (rect.row - pane.row) * cell.height,
            rect.columns * cell.width, rect.rows * cell.height
        )
    }
}
