internal import Annotations
internal import HumanReview
internal import Screen

extension AppState {
    mutating func performInView(_ action: Action) -> [Effect] {
        guard task != nil else { return [] }
        let quarter = (right: Double(paneSize.width) / 4, down: Double(paneSize.height) / 4)
        switch action {
        case .zoomIn: zoomAtFocus(by: 1.25)
        case .zoomOut: zoomAtFocus(by: 0.8)
        case .zoomFit: withTask { $0.viewport = nil }
        case .zoomActual: withTask { $0.viewport?.zoom(to: 1) }
        case .zoomBox: withTask { $0.zoomToSelection() }
        case .panLeft: withTask { $0.viewport?.pan(right: -quarter.right, down: 0) }
        case .panRight: withTask { $0.viewport?.pan(right: quarter.right, down: 0) }
        case .panUp: withTask { $0.viewport?.pan(right: 0, down: -quarter.down) }
        case .panDown: withTask { $0.viewport?.pan(right: 0, down: quarter.down) }
        default: break
        }
        return []
    }

    mutating func zoom(by factor: Double, x: Double, y: Double) {
        withTask { $0.viewport?.zoom(by: factor, aroundPaneX: x, paneY: y) }
    }

    /// The pane's size in its own pixels.
    var paneSize: PixelSize {
        guard let layout = ScreenLayout(metrics.size) else { return PixelSize(width: 0, height: 0) }
        return PixelSize(
            width: layout.pane.columns * metrics.cellWidth,
            height: layout.pane.rows * metrics.cellHeight)
    }

    /// Asks for the photo the screen should show, once, whenever it is not the one that is there.
    mutating func requestPhoto() -> [Effect] {
        guard let task, !paneSize.isEmpty else { return [] }
        let viewport = task.viewport ?? fitted(task.image)
        let request = photoRequest(task.image, viewport: viewport)
        withTask { $0.viewport = viewport }
        guard request != task.requested else { return [] }
        withTask {
            $0.requested = request
            $0.photoFailure = nil
        }
        return request == task.raster?.request ? [] : [.loadPhoto(request)]
    }

    /// Photos the reviewer is likely to see next, as they will first be shown.
    mutating func prefetch() -> [Effect] {
        guard !paneSize.isEmpty else { return [] }
        let next = upcoming.filter { $0.name != task?.task.loop.name && !passed.contains($0.name) }
        let requests = next.prefix(2).map { loop in
            photoRequest(loop.image, viewport: fitted(loop.image))
        }
        return requests.isEmpty ? [] : [.prefetch(Array(requests))]
    }

    /// A raster of this image is shown even when the reviewer has zoomed on since it was asked for, but
    /// never in place of the one that was asked for last.
    mutating func receive(_ raster: PhotoRaster) {
        withTask { task in
            guard raster.request.image == task.image,
                raster.request.viewport.paneSize == task.viewport?.paneSize,
                raster.request == task.requested || task.isWaitingForPhoto
            else { return }
            task.raster = raster
            task.photoFailure = nil
        }
    }

    mutating func receive(failure reason: String, of request: PhotoRequest) -> [Effect] {
        guard task?.requested == request else { return [] }
        withTask {
            $0.photoFailure = "\(request.image.path): \(reason)"
            $0.raster = nil
            $0.mode = .normal
        }
        return [.reportProblem(path: request.image.path, reason: reason)]
    }

    /// Enough of the queue that what was passed in this session does not hide what comes next.
    var refreshUpcoming: Effect { .refreshUpcoming(limit: min(64, passed.count + 4)) }

    /// A viewport that shows a whole image in the pane, or in another.
    func fitted(_ image: ReviewImage, in size: PixelSize? = nil) -> Viewport {
        Viewport(
            imageSize: image.size, orientation: image.orientation, paneSize: size ?? paneSize)
    }

    /// What asks for an image as the screen shows it.
    func photoRequest(_ image: ReviewImage, viewport: Viewport) -> PhotoRequest {
        let reserved = CanvasInk.palette(of: theme)
        return PhotoRequest(
            image: image, viewport: viewport, reservedColors: reserved,
            photoColors: 256 - reserved.count, encodesSixel: metrics.renderer == .sixel)
    }

    private mutating func zoomAtFocus(by factor: Double) {
        withTask { task in
            guard let viewport = task.viewport else { return }
            let focus = task.focus(in: viewport)
            task.viewport?.zoom(by: factor, aroundPaneX: focus.x, paneY: focus.y)
        }
    }
}

extension TaskState {
    /// The pane point to zoom around: the crosshair, the selected box, or the middle.
    fileprivate func focus(in viewport: Viewport) -> (x: Double, y: Double) {
        if case .drawing(let drawing) = mode {
            return viewport.pane(x: Double(drawing.crosshair.x), y: Double(drawing.crosshair.y))
        }
        guard let box = selectedBox?.box else {
            return (Double(viewport.paneSize.width) / 2, Double(viewport.paneSize.height) / 2)
        }
        let rect = viewport.pane(box)
        return ((rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2)
    }

    fileprivate mutating func zoomToSelection() {
        guard let box = selectedBox?.box else { return }
        viewport?.show(box)
    }
}
