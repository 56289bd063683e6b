package import HumanReview
package import Imaging

/// A thumbnail wanted on the sheet.
///
/// Equal requests give equal thumbnails, so a request is also the key of the caches.
package struct ThumbnailRequest: Hashable, Sendable {
    package var image: ReviewImage
    /// Which part of the photo, and the thumbnail's size as its pane.
    package var viewport: Viewport
    /// See ``CanvasInk/palette(of:)``; the sheet's photo colours follow them.
    package var reservedColors: [RGBColor]

    /// A request.
    package init(image: ReviewImage, viewport: Viewport, reservedColors: [RGBColor]) {
        self.image = image
        self.viewport = viewport
        self.reservedColors = reservedColors
    }
}
