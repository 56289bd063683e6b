internal import Annotations
package import Imaging

extension PhotoRaster {
    /// Draws the part of a photo that a request shows, once or twice.
    ///
    /// - Parameters:
    ///   - upright: the photo turned upright, at its own size or smaller.
    ///   - request: what is wanted of it.
    /// - Returns: the photo in its own colours, the rest in ``CanvasInk/surround``.
    package static func compose(_ upright: RGBImage, for request: PhotoRequest) -> IndexedCanvas {
        let once = composeOnce(upright, for: request)
        guard let secondX = request.secondX else { return once }
        let size = request.canvasSize
        var canvas = IndexedCanvas(
            width: size.width, height: size.height, palette: once.palette,
            filledWith: CanvasInk.surround)
        canvas.paste(once, x: 0, y: 0)
        canvas.paste(once, x: secondX, y: 0)
        return canvas
    }

    private static func composeOnce(
        _ upright: RGBImage, for request: PhotoRequest
    ) -> IndexedCanvas {
        let pane = request.viewport.paneSize
        guard let part = part(of: upright, seenThrough: request.viewport) else {
            return IndexedCanvas(
                width: pane.width, height: pane.height, palette: request.reservedColors)
        }
        let photo = ColorQuantizer.quantize(
            part.image, colors: request.photoColors, reserved: request.reservedColors)
        guard photo.width != pane.width || photo.height != pane.height else { return photo }
        var canvas = IndexedCanvas(
            width: pane.width, height: pane.height, palette: photo.palette,
            filledWith: CanvasInk.surround)
        canvas.paste(photo, x: part.x, y: part.y)
        return canvas
    }

    /// The pixels of a photo that are seen, and the pane pixel they begin at; nil when there are none.
    static func part(of upright: RGBImage, seenThrough viewport: Viewport) -> (
        image: RGBImage, x: Int, y: Int
    )? {
        let place = viewport.photoPlace
        guard place.width > 0, place.height > 0 else { return nil }
        let image = upright.resampled(
            crop: viewport.crop(of: upright, at: place), width: place.width, height: place.height)
        return (image, place.x, place.y)
    }
}

extension Viewport {
    /// The pane pixels that the photo takes.
    fileprivate var photoPlace: PixelRect {
        let left = max(0, Int((-originX * scale).rounded()))
        let top = max(0, Int((-originY * scale).rounded()))
        let right = (Double(viewSize.width) - originX) * scale
        let bottom = (Double(viewSize.height) - originY) * scale
        return PixelRect(
            x: left, y: top, width: min(paneSize.width, Int(right.rounded())) - left,
            height: min(paneSize.height, Int(bottom.rounded())) - top)
    }

    /// What those pixels show, in pixels of a decoded image that may be smaller than the view.
    fileprivate func crop(of image: RGBImage, at place: PixelRect) -> ImageCrop {
        let across = Double(image.width) / Double(max(1, viewSize.width))
        let down = Double(image.height) / Double(max(1, viewSize.height))
        return ImageCrop(
            x: (originX + Double(place.x) / scale) * across,
            y: (originY + Double(place.y) / scale) * down,
            width: Double(place.width) / scale * across,
            height: Double(place.height) / scale * down)
    }
}

extension IndexedCanvas {
    /// The columns of pixels at the left, all of them where there are no more.
    func left(_ width: Int) -> IndexedCanvas {
        guard width < self.width else { return self }
        var part = IndexedCanvas(width: width, height: height, palette: palette)
        for row in 0..<height {
            let source = row * self.width
            part.indices.replaceSubrange(
                row * width..<(row + 1) * width, with: indices[source..<source + width])
        }
        return part
    }

    /// Copies a smaller canvas of the same palette to a place inside this one.
    mutating func paste(_ other: IndexedCanvas, x: Int, y: Int) {
        for row in 0..<other.height {
            let target = (y + row) * width + x
            let source = row * other.width
            indices.replaceSubrange(
                target..<target + other.width, with: other.indices[source..<source + other.width])
        }
    }
}
