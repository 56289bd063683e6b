package import Imaging

/// A rectangle of cells filled with pixels instead of characters.
package struct ImagePane: Hashable, Sendable {
    /// Where on the screen; the canvas starts at its top-left pixel and may be smaller than it.
    package var rect: CellRect
    /// Changes when the photo underneath, its scale or its palette changes; equal identities promise
    /// an equal ``photo``.
    package var identity: Int
    /// The photo alone.
    package var photo: IndexedCanvas
    /// The photo with everything drawn over it: the same size and palette as ``photo``.
    package var canvas: IndexedCanvas
    /// The photo as a sixel, encoded ahead of time by whoever decoded it, or empty.
    package var encodedPhoto: [UInt8]

    /// A pane of a photo and what is drawn over it.
    package init(
        rect: CellRect, identity: Int, photo: IndexedCanvas, canvas: IndexedCanvas,
        encodedPhoto: [UInt8] = []
    ) {
        self.rect = rect
        self.identity = identity
        self.photo = photo
        self.canvas = canvas
        self.encodedPhoto = encodedPhoto
    }
}
