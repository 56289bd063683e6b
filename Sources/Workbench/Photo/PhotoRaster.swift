internal import Annotations
package import Imaging

/// A photo as the screen shows it, before anything is drawn over it.
package struct PhotoRaster: Hashable, Sendable {
    package var request: PhotoRequest
    /// Counts up with every raster made, so that a canvas is told from another without comparing pixels.
    package var identity: Int
    /// Of the size the request wants; the surround is already in it.
    package var canvas: IndexedCanvas
    /// The canvas as a sixel, made off the main thread, or empty when the screen shows none.
    package var sixel: [UInt8]

    /// The photo once, where it is on the canvas twice.
    var copy: IndexedCanvas { canvas.left(request.viewport.paneSize.width) }

    /// A raster.
    package init(request: PhotoRequest, identity: Int, canvas: IndexedCanvas, sixel: [UInt8]) {
        self.request = request
        self.identity = identity
        self.canvas = canvas
        self.sixel = sixel
    }

    package static func == (left: PhotoRaster, right: PhotoRaster) -> Bool {
        left.identity == right.identity && left.request == right.request
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(identity) }
}
