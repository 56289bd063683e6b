internal import Imaging
internal import Screen

/// Encodes parts of a target and puts each in its place on the screen.
nonisolated struct ImageWriter {
    var target: PixelTarget
    var traits: PixelTraits

    /// An image, drawn from a cell of the pane.
    func placed(_ image: [UInt8], column: Int, row: Int) -> [UInt8] {
        guard !image.isEmpty else { return [] }
        return CursorText.move(column: target.rect.column + column, row: target.rect.row + row)
            + image
    }

    /// A whole canvas but for some pixels, in as many images as the terminal needs.
    func opaque(_ canvas: IndexedCanvas, except left: DirtyRegion) -> [UInt8] {
        guard left.isEmpty else {
            let rest = target.covers.reduce(DirtyRegion(canvas.bounds)) { $0.subtracting($1) }
            guard traits.keepsOrder(target) else { return inPlace(canvas, rest) }
            // From the canvas's first row, where ``ImageSlots`` counts on the photo to begin.
            return placed(SixelEncoder.encodeOverlay(canvas, mask: rest), column: 0, row: 0)
        }
        return traits.tiles(of: canvas.bounds).flatMap { tile in
            rectangle(tile, of: canvas)
        }
    }

    /// Some pixels, in images that begin in the cells where they are.
    func inPlace(_ canvas: IndexedCanvas, _ pixels: DirtyRegion) -> [UInt8] {
        if traits.lacksTransparency {
            return CellCover(pixels: pixels, cell: traits.cell, canvas: canvas.bounds).rectangles
                .flatMap { rectangle($0, of: canvas) }
        }
        return traits.tiles(of: canvas.bounds).flatMap { tile in
            transparent(canvas, pixels.intersection(tile))
        }
    }

    /// Some pixels, in one image that begins in the screen's row 0.
    func fromTop(_ canvas: IndexedCanvas, _ pixels: DirtyRegion) -> [UInt8] {
        guard !pixels.isEmpty else { return emptyOverlay }
        let column = pixels.bounds.x / traits.cell.width
        let image = SixelEncoder.encodeOverlay(
            canvas, mask: pixels, leadingRows: target.rect.row * traits.cell.height,
            leftColumn: column * traits.cell.width)
        return placed(image, column: column, row: -target.rect.row)
    }

    /// The empty image that takes an overlay's place.
    var emptyOverlay: [UInt8] {
        placed(CursorText.emptyImage, column: 0, row: -target.rect.row)
    }

    /// So many of ``ImageSlots``' fillers.
    func fillers(_ count: Int) -> [UInt8] {
        let filler =
            CursorText.move(column: 0, row: traits.screen.rows - 1) + CursorText.emptyImage
        return [[UInt8]](repeating: filler, count: count).flatMap(\.self)
    }

    private func rectangle(_ rect: PixelRect, of canvas: IndexedCanvas) -> [UInt8] {
        placed(
            SixelEncoder.encode(canvas, region: rect), column: rect.x / traits.cell.width,
            row: rect.y / traits.cell.height)
    }

    private func transparent(_ canvas: IndexedCanvas, _ pixels: DirtyRegion) -> [UInt8] {
        guard !pixels.isEmpty else { return [] }
        let column = pixels.bounds.x / traits.cell.width
        let row = pixels.bounds.y / traits.cell.height
        let image = SixelEncoder.encodeOverlay(
            canvas, mask: pixels, leadingRows: -row * traits.cell.height,
            leftColumn: column * traits.cell.width)
        return placed(image, column: column, row: row)
    }
}
