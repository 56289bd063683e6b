package import Annotations

/// Which part of an image is in the pane, and how large: the map between three frames.
///
/// *Stored* pixels are the file's own, in which boxes are kept. *View* pixels are the upright image's.
/// *Pane* pixels are the screen's, from the pane's top left. A point is a place between pixels: pixel
/// `i` covers `i..<i + 1`.
package struct Viewport: Hashable, Sendable {
    package let imageSize: PixelSize
    package let orientation: ImageOrientation
    package let paneSize: PixelSize
    /// Pane pixels a view pixel takes, both ways.
    package private(set) var scale: Double
    /// The view point at the pane's centre.
    package private(set) var centerX: Double
    package private(set) var centerY: Double

    /// A viewport that fits the whole image in the pane.
    package init(imageSize: PixelSize, orientation: ImageOrientation, paneSize: PixelSize) {
        self.imageSize = imageSize
        self.orientation = orientation
        self.paneSize = paneSize
        let view = orientation.viewSize(ofStored: imageSize)
        scale = Self.fittingScale(of: view, in: paneSize)
        centerX = Double(view.width) / 2
        centerY = Double(view.height) / 2
    }

    package var viewSize: PixelSize { orientation.viewSize(ofStored: imageSize) }

    package var fittingScale: Double {
        Self.fittingScale(of: viewSize, in: paneSize)
    }

    package var isFitted: Bool { scale == fittingScale }

    /// The view point at the pane's top left; negative where the surround shows.
    ///
    /// It lies on the pane's pixel grid, so that at 1:1 image and screen pixels coincide.
    package var originX: Double { origin(centerX, extent: paneSize.width) }
    package var originY: Double { origin(centerY, extent: paneSize.height) }

    /// The pane point of a stored point.
    package func pane(x: Double, y: Double) -> (x: Double, y: Double) {
        let view = orientation.view(x: x, y: y, stored: imageSize)
        return ((view.x - originX) * scale, (view.y - originY) * scale)
    }

    /// The stored point under a pane point; it may lie outside the image.
    package func stored(paneX: Double, paneY: Double) -> (x: Double, y: Double) {
        orientation.stored(
            x: originX + paneX / scale, y: originY + paneY / scale, stored: imageSize)
    }

    /// The nearest corner of stored pixels to a pane point, cut to the image.
    package func storedCorner(paneX: Double, paneY: Double) -> PixelPoint {
        let point = stored(paneX: paneX, paneY: paneY)
        return PixelPoint(
            x: Int(min(max(point.x.rounded(), 0), Double(imageSize.width))),
            y: Int(min(max(point.y.rounded(), 0), Double(imageSize.height))))
    }

    /// The pane rectangle a stored box covers.
    package func pane(_ box: BoundingBox) -> PaneRect {
        let first = pane(x: Double(box.left), y: Double(box.top))
        let second = pane(x: Double(box.right), y: Double(box.bottom))
        return PaneRect(
            left: min(first.x, second.x), top: min(first.y, second.y),
            right: max(first.x, second.x), bottom: max(first.y, second.y))
    }

    /// The smallest zoom is a quarter of the fit, the largest 32 screen pixels an image pixel.
    package mutating func zoom(by factor: Double, aroundPaneX x: Double, paneY y: Double) {
        let wanted = min(max(scale * factor, fittingScale / 4), max(32, fittingScale))
        let viewX = originX + x / scale
        let viewY = originY + y / scale
        scale = wanted
        centerX = viewX + (Double(paneSize.width) / 2 - x) / scale
        centerY = viewY + (Double(paneSize.height) / 2 - y) / scale
        keepInSight()
    }

    /// Zooms to an exact scale around the pane's centre.
    package mutating func zoom(to newScale: Double) {
        scale = newScale
        keepInSight()
    }

    /// Shows a stored box in the middle with room around it.
    package mutating func show(_ box: BoundingBox) {
        let rect = pane(box)
        let centre = orientation.view(
            x: Double(box.left + box.right) / 2, y: Double(box.top + box.bottom) / 2,
            stored: imageSize)
        let factor = min(
            Double(paneSize.width) / max(1, rect.width),
            Double(paneSize.height) / max(1, rect.height))
        scale = min(max(scale * factor * 0.6, fittingScale), max(32, fittingScale))
        centerX = centre.x
        centerY = centre.y
        keepInSight()
    }

    /// Shows a stored box with room around it, and a small one small rather than in blocks.
    package mutating func cutOut(_ box: BoundingBox) {
        show(box)
        let largest = max(Self.largestCutOut, fittingScale)
        if scale > largest { zoom(to: largest) }
    }

    /// Pane pixels that a view pixel takes at most in a cut-out.
    private static let largestCutOut = 3.0

    /// Moves the part that is seen by pane pixels.
    package mutating func pan(right dx: Double, down dy: Double) {
        centerX += dx / scale
        centerY += dy / scale
        keepInSight()
    }

    /// Scrolls just as far as it takes to have a stored point inside the pane.
    package mutating func reveal(_ point: PixelPoint, margin: Double = 24) {
        let place = pane(x: Double(point.x), y: Double(point.y))
        let right = Double(paneSize.width) - margin
        let bottom = Double(paneSize.height) - margin
        guard !isFitted else { return }
        pan(
            right: min(place.x - margin, 0) + max(place.x - right, 0),
            down: min(place.y - margin, 0) + max(place.y - bottom, 0))
    }

    /// No pan past the image's edges: what is smaller than the
    /// pane is centred.
    private mutating func keepInSight() {
        centerX = Self.center(
            centerX, extent: Double(viewSize.width), seen: Double(paneSize.width) / scale)
        centerY = Self.center(
            centerY, extent: Double(viewSize.height), seen: Double(paneSize.height) / scale)
    }

    private func origin(_ center: Double, extent: Int) -> Double {
        (center * scale - Double(extent) / 2).rounded() / scale
    }

    private static func center(_ center: Double, extent: Double, seen: Double) -> Double {
        guard seen < extent else { return extent / 2 }
        return min(max(center, seen / 2), extent - seen / 2)
    }

    private static func fittingScale(of view: PixelSize, in pane: PixelSize) -> Double {
        guard !view.isEmpty, !pane.isEmpty else { return 1 }
        return min(
            Double(pane.width) / Double(view.width),
            Double(pane.height) / Double(view.height))
    }
}
