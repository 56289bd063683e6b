package import Annotations

/// One image's objects as SageMaker's training data has them: pixels of the stored image and class
/// ids (contract: `image_size` and `annotations` of the image format and of augmented manifests).
package struct ObjectAnnotation: Hashable, Sendable {
    /// An object.
    package struct Object: Hashable, Sendable {
        /// From 0.
        package var classID: Int
        /// Fractions are rounded to whole pixels; never empty, and not cut at the image's edges.
        package var box: BoundingBox

        /// An object of a class at a place.
        package init(classID: Int, box: BoundingBox) {
            self.classID = classID
            self.box = box
        }
    }

    /// The stored raster's size, orientation not applied.
    package var size: PixelSize
    /// In the file's order.
    package var objects: [Object]
    /// What the file itself calls its class ids; empty when it does not say.
    package var classNames: [Int: String]
    /// Boxes without a pixel, which are left out as the trainer of the original does; each a sentence.
    package var omissions: [String]

    /// An annotation.
    package init(
        size: PixelSize, objects: [Object], classNames: [Int: String] = [:],
        omissions: [String] = []
    ) {
        self.size = size
        self.objects = objects
        self.classNames = classNames
        self.omissions = omissions
    }
}
