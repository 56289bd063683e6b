internal import Imaging
internal import Screen

/// A loop's photo with boxes drawn over it, and the cells it stands in: there may be two side by side.
struct PhotoCopy {
    var overlay: VersionOverlay
    let rect: CellRect
}

extension AppState {
    /// The photo of the loop on the screen as often as it is shown, from the left.
    private func photoCopies(_ layout: ScreenLayout) -> [PhotoCopy] {
        switch destination {
        case .history: historyCopies(layout)
        case .disputes: disputesCopies(layout)
        case .loops where loops.mode == .detail: loopCopies(layout)
        default: []
        }
    }

    /// All copies as one picture, or nil while there is none.
    func loopPhotoPane(_ layout: ScreenLayout) -> ImagePane? {
        let copies = photoCopies(layout)
        guard let first = copies.first, let last = copies.last, let raster = loopPhoto?.raster
        else { return nil }
        var canvas = copies.count == 1 ? first.overlay.canvas : raster.canvas
        for copy in copies where copies.count > 1 {
            let x = (copy.rect.column - first.rect.column) * metrics.cellWidth
            canvas.paste(copy.overlay.canvas, x: x, y: 0)
        }
        let rect = CellRect(
            column: first.rect.column, row: first.rect.row,
            columns: last.rect.endColumn - first.rect.column, rows: first.rect.rows)
        return ImagePane(
            rect: rect, identity: raster.identity, photo: raster.canvas, canvas: canvas,
            encodedPhoto: raster.sixel)
    }

    /// What is written over the photos in cells, and where.
    func photoTags(_ layout: ScreenLayout) -> [(tag: VersionOverlay.CellTag, rect: CellRect)] {
        guard metrics.renderer == .halfBlocks else { return [] }
        return photoCopies(layout).flatMap { copy in copy.overlay.tags.map { ($0, copy.rect) } }
    }
}

extension Painter {
    /// Names the boxes of a loop's photo in cells, where it is of half blocks.
    ///
    /// - Returns: the cells that show text instead of the photo.
    mutating func drawPhotoTags(_ layout: ScreenLayout) -> [CellRect] {
        state.photoTags(layout).map { tag, rect in
            let text = DisplayWidth.truncate(tag.text, to: rect.columns - 2) + " "
            let columns = DisplayWidth.of(text) + 1
            // Two pixels of half blocks are a row.
            let place = CellRect(
                column: rect.column + max(0, min(tag.x, rect.columns - columns)),
                row: rect.row + max(0, min(tag.y / 2, rect.rows - 1)), columns: columns, rows: 1)
            let end = grid.write(
                "▎", column: place.column, row: place.row,
                style: Style(foreground: tag.color, background: theme.outlineShadow))
            grid.write(
                text, column: end, row: place.row,
                style: Style(foreground: theme.outlineLight, background: theme.outlineShadow))
            return place
        }
    }
}
