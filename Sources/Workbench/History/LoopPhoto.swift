internal import Annotations
package import HumanReview

/// A loop's photo on a screen that shows what was said about it, without a task.
package struct LoopPhoto: Hashable, Sendable {
    package let image: ReviewImage
    /// The part wanted on the screen; what is shown is the raster's.
    package var viewport: Viewport?
    /// The latest photo asked for, so that it is asked for once.
    package var requested: PhotoRequest?
    package var raster: PhotoRaster?
    /// Where a button of the mouse holds the photo, in pixels.
    package var grip: PixelPoint?
    /// Why the photo cannot be shown.
    package var failure: String?

    /// A photo that was not asked for yet.
    package init(image: ReviewImage) { self.image = image }

    /// Whether the photo on the screen is not the one that was asked for last.
    package var isAwaited: Bool { failure == nil && raster?.request != requested }

    /// Takes a raster of this photo, unless the screen has another size by now.
    mutating func receive(_ raster: PhotoRaster) {
        guard raster.request.image == image,
            raster.request.viewport.paneSize == viewport?.paneSize,
            raster.request.secondX == requested?.secondX,
            raster.request == requested || isAwaited
        else { return }
        self.raster = raster
        failure = nil
    }

    mutating func receive(failure: String, of request: PhotoRequest) {
        guard request == requested else { return }
        self.failure = failure
        raster = nil
    }

    /// Asks anew for a screen of another size.
    mutating func forget() {
        viewport = nil
        requested = nil
        raster = nil
    }

    /// Does what a key of the view asks for.
    mutating func zoom(_ action: Action, to box: BoundingBox?) {
        guard let pane = viewport?.paneSize else { return }
        let (x, y) = (Double(pane.width) / 2, Double(pane.height) / 2)
        switch action {
        case .panLeft: viewport?.pan(right: -x / 2, down: 0)
        case .panRight: viewport?.pan(right: x / 2, down: 0)
        case .panUp: viewport?.pan(right: 0, down: -y / 2)
        case .panDown: viewport?.pan(right: 0, down: y / 2)
        case .zoomIn: viewport?.zoom(by: 1.25, aroundPaneX: x, paneY: y)
        case .zoomOut: viewport?.zoom(by: 0.8, aroundPaneX: x, paneY: y)
        case .zoomFit: viewport = nil
        case .zoomActual: viewport?.zoom(to: 1)
        case .zoomBox: if let box { viewport?.show(box) }
        default: break
        }
    }
}
