package import Annotations
package import HumanReview
package import Imaging

/// A photo wanted on the screen: which file, which part of it, how large and in which colours.
///
/// Equal requests give equal rasters, so a request is also the key of the prefetch cache.
package struct PhotoRequest: Hashable, Sendable {
    package var image: ReviewImage
    package var viewport: Viewport
    /// Where the photo is drawn once more beside itself, in pixels from the canvas's left; nil for once.
    package var secondX: Int?
    /// See ``CanvasInk/palette(of:)``.
    package var reservedColors: [RGBColor]
    /// Colours of the photo's own; with the reserved ones at most 256.
    package var photoColors: Int
    /// Whether the raster is to carry its sixel.
    package var encodesSixel: Bool

    /// A request.
    package init(
        image: ReviewImage, viewport: Viewport, secondX: Int? = nil, reservedColors: [RGBColor],
        photoColors: Int, encodesSixel: Bool
    ) {
        self.image = image
        self.viewport = viewport
        self.secondX = secondX
        self.reservedColors = reservedColors
        self.photoColors = photoColors
        self.encodesSixel = encodesSixel
    }

    /// The size of the canvas that is wanted: the pane's, or that of both copies.
    package var canvasSize: PixelSize {
        let pane = viewport.paneSize
        return PixelSize(width: (secondX ?? 0) + pane.width, height: pane.height)
    }
}
