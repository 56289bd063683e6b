internal import Annotations
internal import HumanReview
internal import Imaging
internal import Screen

/// The boxes' names and jump letters over a photo of half blocks, which are too coarse for letters of pixels.
extension Painter {
    /// A pixel of such a photo is a column wide and half a row high.
    private static let pixelsPerRow = 2

    /// Writes them into the cells over the photo.
    ///
    /// - Returns: the cells that show text instead of the photo.
    mutating func drawBoxTags(_ layout: ScreenLayout) -> [CellRect] {
        guard state.destination == .review, state.metrics.renderer == .halfBlocks,
            let task = state.task, let raster = task.raster
        else { return [] }
        let overlay = BoxOverlay(state: state, task: task, raster: raster)
        if case .hint(let typed) = task.mode {
            return drawHints(typed, overlay, in: layout.pane)
        }
        let others = task.draft.boxes.filter { $0.id != task.selection }
        return (others + [task.previewedSelection].compactMap(\.self)).compactMap { box in
            drawTag(box, overlay, in: layout.pane)
        }
    }

    /// The name above the box, or inside its top where nothing of the pane is above.
    private mutating func drawTag(
        _ box: ReviewBox, _ overlay: BoxOverlay, in pane: CellRect
    ) -> CellRect? {
        let rect = overlay.rect(box.box)
        let text = " " + overlay.tag(of: box) + " "
        let plate = PixelRect(
            x: rect.x, y: rect.y, width: DisplayWidth.of(text), height: Self.pixelsPerRow)
        guard overlay.isTagged(box, on: rect, by: plate) else { return nil }
        let row = rect.y / Self.pixelsPerRow
        let id = overlay.task.task.instructions.labels.classID(of: box.label)
        let style = Style(
            foreground: theme.textColor(onClass: id), background: theme.color(ofClass: id))
        return write(text, column: rect.x, row: row > 0 ? row - 1 : row, in: pane, style)
    }

    private mutating func drawHints(
        _ typed: String, _ overlay: BoxOverlay, in pane: CellRect
    ) -> [CellRect] {
        let boxes = overlay.task.draft.boxes
        let labels = HintLabels.labels(count: boxes.count)
        let style = Style(
            foreground: theme.selectionText, background: theme.selectionBackground,
            attributes: .bold)
        return zip(boxes, labels).compactMap { box, label in
            guard label.hasPrefix(typed) else { return nil }
            let rect = overlay.rect(box.box)
            let text = " " + label + " "
            return write(
                text, column: rect.x + (rect.width - DisplayWidth.of(text)) / 2,
                row: (rect.y + rect.height / 2) / Self.pixelsPerRow, in: pane, style)
        }
    }

    /// Writes text at a cell of the pane, moved and cut so that it stays inside.
    private mutating func write(
        _ text: String, column: Int, row: Int, in pane: CellRect, _ style: Style
    ) -> CellRect {
        let text = DisplayWidth.truncate(text, to: pane.columns)
        let width = DisplayWidth.of(text)
        let place = CellRect(
            column: pane.column + max(0, min(column, pane.columns - width)),
            row: pane.row + max(0, min(row, pane.rows - 1)), columns: width, rows: 1)
        grid.write(text, column: place.column, row: place.row, style: style)
        return place
    }
}
