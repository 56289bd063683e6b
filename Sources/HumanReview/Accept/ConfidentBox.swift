package import Annotations

/// A shown box of a confident image that nobody has decided about yet.
package struct ConfidentBox: Hashable, Sendable {
    package var image: ConfidentImage
    /// The detection's place in its prediction.
    package var position: Int
    /// The detection's place among those of its image that are shown.
    package var index: Int

    /// A box.
    ///
    /// - Precondition: the image shows as many detections.
    package init(image: ConfidentImage, position: Int, index: Int) {
        self.image = image
        self.position = position
        self.index = index
    }

    package var detection: Detection { image.detections[index] }

    package var id: ConfidentBoxID { ConfidentBoxID(image: image.image.id, position: position) }

    /// Where a page that ends with this box ends.
    package var place: ConfidentBoxPlace {
        ConfidentBoxPlace(score: detection.score, id: id)
    }
}
