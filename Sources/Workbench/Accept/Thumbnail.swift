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
                ColorQuantizer.quantize(
                    photo.image, into: palette, from: request.reservedColors.count,
                    stickiness: SheetPalette.stickiness), x: photo.x, y: photo.y)
        }
        self.init(request: request, canvas: canvas)
    }
}
