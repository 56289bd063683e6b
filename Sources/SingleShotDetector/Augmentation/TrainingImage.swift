package import Imaging

/// An image and its objects as a training step takes them.
package struct TrainingImage: Hashable, Sendable {
    /// Square.
    package var image: RGBImage
    /// Fractions of the image.
    package var objects: [GroundTruthBox]

    /// What a plan makes of an image that is not empty and may be decoded at a smaller size than it is
    /// stored; upright, as the plan's objects are.
    package init(_ image: RGBImage, plan: AugmentationPlan, side: Int) {
        var framed = FramedImage(image, canvas: plan.canvas, frame: plan.frame)
        framed.color(by: plan.color)
        self.image = framed.resized(
            to: side, by: plan.interpolation, mirrored: plan.isMirrored)
        objects = plan.objects
    }
}
