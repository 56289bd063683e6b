internal import Screen

extension AppState {
    /// The photo with its boxes, labels, handles and crosshair drawn over it.
    func pane(_ layout: ScreenLayout) -> ImagePane? {
        guard let task, let raster = task.raster else { return nil }
        var overlay = BoxOverlay(state: self, task: task, raster: raster)
        overlay.draw()
        return ImagePane(
            rect: layout.pane, identity: raster.identity, photo: raster.canvas,
            canvas: overlay.canvas, encodedPhoto: raster.sixel)
    }
}
