package import Annotations

/// An image known to a workspace (A2I's task object).
package struct ReviewImage: Hashable, Sendable {
    /// The store's own number.
    package var id: Int64
    /// Absolute path of the file.
    package var path: String
    /// The same as a `file://` URI, percent-encoded: A2I's `taskObject`.
    package var uri: String
    /// Lower-case hexadecimal SHA-256 of the file's bytes when it was added.
    package var sha256: String
    /// Stored pixels, orientation not applied.
    package var size: PixelSize
    package var orientation: ImageOrientation

    /// An image.
    package init(
        id: Int64, path: String, uri: String, sha256: String, size: PixelSize,
        orientation: ImageOrientation
    ) {
        self.id = id
        self.path = path
        self.uri = uri
        self.sha256 = sha256
        self.size = size
        self.orientation = orientation
    }
}
