/// Turns canvases into sixel images for a terminal.
///
/// A colour register has its palette index's number.
package enum SixelEncoder {
    /// An opaque image of a part of a canvas.
    ///
    /// - Parameters:
    ///   - canvas: what to encode.
    ///   - region: the part to encode, cut at the canvas's edges; nil for all of it.
    /// - Returns: the whole device control string, or no bytes when the region is empty.
    package static func encode(_ canvas: IndexedCanvas, region: PixelRect? = nil) -> [UInt8] {
        let region = (region ?? canvas.bounds).intersection(canvas.bounds)
        return encodeOverlay(
            canvas, mask: DirtyRegion(region), leadingRows: -region.y, leftColumn: region.x)
    }

    /// A transparent image that paints only some of a canvas's pixels.
    ///
    /// The image is as wide as the rightmost pixel and as high as the lowest one need; what is
    /// not in `mask` stays on the screen.
    ///
    /// - Parameters:
    ///   - canvas: where the pixels come from.
    ///   - mask: the pixels to paint; those outside the canvas are left out.
    ///   - leadingRows: blank pixel rows above the canvas's first, so that the image may be
    ///     anchored at a row above it; when negative, this many rows of the canvas are left out.
    ///   - leftColumn: the canvas's column that the image begins with.
    /// - Returns: the whole device control string, or no bytes when there is nothing to paint.
    package static func encodeOverlay(
        _ canvas: IndexedCanvas, mask: DirtyRegion, leadingRows: Int = 0, leftColumn: Int = 0
    ) -> [UInt8] {
        let window = PixelRect(
            x: leftColumn, y: -leadingRows,
            width: min(SixelBand.widest, canvas.width - leftColumn),
            height: canvas.height + leadingRows)
        let painted = mask.bounds.intersection(canvas.bounds).intersection(window)
        guard !painted.isEmpty else { return [] }
        let image = SixelImage(canvas: canvas, mask: mask, window: window, painted: painted)
        return image.encode()
    }
}
