internal import Imaging
internal import Screen

/// What the pixels of a frame should be: its pane, cut so that it stays off the screen's edges.
nonisolated struct PixelTarget: Hashable, Sendable {
    var rect: CellRect
    var identity: Int
    var photo: IndexedCanvas
    var canvas: IndexedCanvas
    /// The photo as an image, or empty; always empty when the pane was cut.
    var encodedPhoto: [UInt8]
    /// Rectangles of the canvas where text is shown.
    var covers: [PixelRect]

    /// The target of a pane, or nil when nothing of it is on the screen.
    ///
    /// An image must not touch the last row, where the screen would scroll.
    init?(_ pane: ImagePane, covers: [CellRect], traits: PixelTraits) {
        guard pane.rect.column >= 0, pane.rect.row >= 0 else { return nil }
        let columns = min(pane.rect.columns, traits.screen.columns - pane.rect.column)
        let rows = min(pane.rect.rows, traits.screen.rows - 1 - pane.rect.row)
        let visible = PixelRect(width: pane.canvas.width, height: pane.canvas.height)
            .intersection(
                PixelRect(width: columns * traits.cell.width, height: rows * traits.cell.height))
        guard columns > 0, rows > 0, !visible.isEmpty else { return nil }
        guard pane.photo.width == pane.canvas.width, pane.photo.height == pane.canvas.height else {
            return nil
        }
        rect = CellRect(
            column: pane.rect.column, row: pane.rect.row, columns: columns, rows: rows)
        identity = pane.identity
        let isWhole = visible.width == pane.canvas.width && visible.height == pane.canvas.height
        photo = isWhole ? pane.photo : pane.photo.cut(to: visible)
        canvas = isWhole ? pane.canvas : pane.canvas.cut(to: visible)
        encodedPhoto = isWhole ? pane.encodedPhoto : []
        self.covers = covers.compactMap { cover in
            let place = traits.pixels(of: cover, in: pane.rect)
            let covered = PixelRect(
                x: place.x, y: place.y, width: place.width, height: place.height
            ).intersection(visible)
            return covered.isEmpty ? nil : covered
        }
    }

    /// The pixels under text.
    var covered: DirtyRegion {
        covers.reduce(DirtyRegion()) { $0.union(DirtyRegion($1)) }
    }
}

extension IndexedCanvas {
    /// The part in a rectangle inside the canvas.
    nonisolated fileprivate func cut(to rect: PixelRect) -> IndexedCanvas {
        var cut: [UInt8] = []
        cut.reserveCapacity(rect.width * rect.height)
        for y in rect.y..<rect.endY {
            cut += indices[(y * width + rect.x)..<(y * width + rect.endX)]
        }
        return IndexedCanvas(
            width: rect.width, height: rect.height, palette: palette, indices: cut)
    }
}
