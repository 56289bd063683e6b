/// Everything that should be on the screen: cells, and at most one pane of pixels among them.
package struct Frame: Hashable, Sendable {
    package var cells: CellGrid
    package var pane: ImagePane?
    /// Rectangles of cells that lie over the pane: text is seen there instead of pixels.
    package var covers: [CellRect]
    /// Where the terminal's cursor blinks, or nil when it is hidden.
    package var cursor: CellPosition?

    /// A frame.
    package init(
        cells: CellGrid, pane: ImagePane? = nil, covers: [CellRect] = [],
        cursor: CellPosition? = nil
    ) {
        self.cells = cells
        self.pane = pane
        self.covers = covers
        self.cursor = cursor
    }
}
