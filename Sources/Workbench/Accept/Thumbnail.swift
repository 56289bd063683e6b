internal import Annotations
package import Imaging

/// A photo as the sheet shows it, before anything is drawn over it.
package struct Thumbnail: Hashable, Sendable {
    package var request: ThumbnailRequest
    /// In the sheet's palette; the size of the request's pane, the surround already in it.
    package var canvas: IndexedCanvas

    /// A thumbnail.
    package init(request: ThumbnailRequest, canvas: IndexedCanvas) {
        self.request = request
        self.canvas = canvas
    }

    package static func == (left: Thumbnail, right: Thumbnail) -> Bool {
        left.request == right.request
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(request) }

    /// Draws the part of a photo that a request shows.
    ///
    /// - Parameters:
    ///   - upright: the photo turned upright, at its own size or smaller.
    ///   - request: what is wanted of it.
    package init(of upright: RGBImage, for request: ThumbnailRequest) {
        let photo = PhotoRaster.part(of: upright, seenThrough: request.viewport)
        let palette = SheetPalette.colors(after: request.reservedColors)
        let pane = request.viewport.paneSize
        var canvas = IndexedCanvas(
            width: pane.width, height: pane.height, palette: palette,
            filledWith: CanvasInk.surround)
        if let photo {
            canvas.paste(
                Self.quantize(photo.image, into: palette, from: request.reservedColors.count),
                x: photo.x, y: photo.y)
        }
        self.init(request: request, canvas: canvas)
    }

    /// The photo in the few colours of the sheet's palette that it loses least by.
    private static func quantize(
        _ photo: RGBImage, into palette: [RGBColor], from first: Int
    ) -> IndexedCanvas {
        let fidelity = SheetPalette.Fidelity(pixels: photo.width * photo.height)
        let whole = ColorQuantizer.quantize(photo, into: palette, from: first)
        var counts = [Int](repeating: 0, count: palette.count)
        for index in whole.indices { counts[Int(index)] += 1 }
        let kept = ColorChoice.positions(
            of: palette, counts: counts, limit: fidelity.colors)
        let few = ColorQuantizer.quantize(
            photo, into: palette.prefix(first) + kept.map { palette[$0] }, from: first,
            stickiness: fidelity.stickiness)
        return IndexedCanvas(
            width: few.width, height: few.height, palette: palette,
            indices: few.indices.map { UInt8(kept[Int($0) - first]) })
    }
}
