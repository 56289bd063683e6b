/// Everything that should be on the screen: cells, and at most one pane of pixels among them.
package struct Frame: Hashable, Sendable {
    package var cells: CellGrid
    package var pane: ImagePane?
    /// Where the terminal's cursor blinks, or nil when it is hidden.
    package var cursor: CellPosition?

    /// A frame.
    package init(cells: CellGrid, pane: ImagePane? = nil, cursor: CellPosition? = nil) {
        self.cells = cells
        self.pane = pane
        self.cursor = cursor
    }
}
