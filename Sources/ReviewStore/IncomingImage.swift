package import Annotations

/// An image to be added: its file was read and measured before it came here.
package struct IncomingImage: Hashable, Sendable {
    /// Absolute path of the file: the image's identity in the store.
    package var path: String
    /// Lower-case hexadecimal SHA-256 of the file's bytes.
    package var sha256: String
    /// Stored pixels, orientation not applied.
    package var size: PixelSize
    package var orientation: ImageOrientation
    /// What the detector said about it, or nil when it was not asked.
    package var prediction: Prediction?

    /// An image.
    package init(
        path: String, sha256: String, size: PixelSize, orientation: ImageOrientation = .upright,
        prediction: Prediction? = nil
    ) {
        self.path = path
        self.sha256 = sha256
        self.size = size
        self.orientation = orientation
        self.prediction = prediction
    }
}
