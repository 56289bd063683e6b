package import Annotations

/// A shown box of a confident image that nobody has decided about yet.
package struct ConfidentBox: Hashable, Sendable {
    package var image: ConfidentImage
    /// The detection's place in its prediction.
    package var position: Int
    package var detection: Detection

    /// A box.
    package init(image: ConfidentImage, position: Int, detection: Detection) {
        self.image = image
        self.position = position
        self.detection = detection
    }

    package var id: ConfidentBoxID { ConfidentBoxID(image: image.image.id, position: position) }

    /// Where a page that ends with this box ends.
    package var place: ConfidentBoxPlace {
        ConfidentBoxPlace(score: detection.score, id: id)
    }
}
