package import Annotations

/// What people said elsewhere about an image.
package struct ImportedAnswer: Hashable, Sendable {
    /// Its prediction is nil.
    package var image: IncomingImage
    /// Whole pixels inside of the image.
    package var boxes: [LabeledBox]

    /// An answer about an image.
    package init(image: IncomingImage, boxes: [LabeledBox]) {
        self.image = image
        self.boxes = boxes
    }
}
