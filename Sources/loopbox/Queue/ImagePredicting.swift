import Annotations
import HumanReview

/// Something that says what is on images; used from one thread.
nonisolated protocol ImagePredicting: AnyObject {
    /// What is on an image: boxes in its stored frame.
    ///
    /// - Throws: an `ImageError` when the image is at fault; any other error is the model's or the
    ///   machine's, and would come with every image.
    func detections(on image: ReviewImage) throws -> [Detection]
}
