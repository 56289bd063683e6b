package import Imaging
package import HumanReview

/// A photo wanted on the screen: which file, which part of it, how large and in which colours.
///
/// Equal requests give equal rasters, so a request is also the key of the prefetch cache.
package struct PhotoRequest: Hashable, Sendable {
    package var image: ReviewImage
    package var viewport: Viewport
    /// See ``CanvasInk/palette(of:)``.
    package var reservedColors: [RGBColor]
    /// Colours of the photo's own; with the reserved ones at most 256.
    package var photoColors: Int
    /// Whether the raster is to carry its sixel.
    package var encodesSixel: Bool

    /// A request.
    package init(
        image: ReviewImage, viewport: Viewport, reservedColors: [RGBColor], photoColors: Int,
        encodesSixel: Bool
    ) {
        self.image = image
        self.viewport = viewport
        self.reservedColors = reservedColors
        self.photoColors = photoColors
        self.encodesSixel = encodesSixel
    }
}
