/// What a screen measures and how it shows pixels.
package struct ScreenMetrics: Hashable, Sendable {
    /// The ways of showing an ``ImagePane``.
    package enum PixelRenderer: Hashable, Sendable {
        /// Real pixels by DEC's sixel.
        case sixel
        /// Two square-ish pixels a cell, by `▀` in two colours: a cell is one pixel wide, two high.
        case halfBlocks
    }

    package var size: CellSize
    /// Pixels of an ``ImagePane`` in one cell: the terminal's own under sixel, 1×2 under half blocks.
    package var cellWidth: Int
    package var cellHeight: Int
    package var renderer: PixelRenderer
    /// Whether the mouse reports pixels (SGR-pixel mode, 1016) rather than cells.
    package var isMousePixelExact: Bool

    /// The measures of a screen.
    package init(
        size: CellSize, cellWidth: Int, cellHeight: Int, renderer: PixelRenderer,
        isMousePixelExact: Bool = false
    ) {
        self.size = size
        self.cellWidth = cellWidth
        self.cellHeight = cellHeight
        self.renderer = renderer
        self.isMousePixelExact = isMousePixelExact
    }
}
