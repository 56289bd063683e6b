import Annotations
import ImageCodecs
import Imaging
import SingleShotDetector

/// The photos of a data set as a trainer takes them: read, decoded, turned upright and augmented anew
/// each time.
nonisolated struct PhotoTrainingData: TrainingData {
    let images: [DatasetImage]
    /// Whether photos are only resized.
    var isPlain = false

    var count: Int { images.count }

    func image(
        _ sample: Int, side: Int, using generator: TrainingGenerator
    ) throws -> TrainingImage {
        let image = images[sample]
        do throws(ImageError) {
            let bytes = try ImageFile.bytes(atPath: image.path)
            let header = try JPEGDecoder.header(of: bytes)
            let objects = Self.objects(of: image, orientation: header.orientation)
            let view = header.orientation.viewSize(ofStored: header.storedSize)
            let plan = plan(for: objects, view, generator)
            let wanted = Self.size(showing: plan.frame, of: view, as: side)
            let decoded = try JPEGDecoder.decode(
                bytes, atLeast: header.orientation.viewSize(ofStored: wanted))
            return TrainingImage(
                decoded.upright(header.orientation), plan: plan, side: side)
        } catch {
            throw CommandError("\(image.path): \(error); put it right and go on with --resume")
        }
    }

    private func plan(
        for objects: [GroundTruthBox], _ view: PixelSize, _ generator: TrainingGenerator
    ) -> AugmentationPlan {
        guard !isPlain else { return AugmentationPlan(resizing: objects) }
        var generator = generator
        return AugmentationPlan(
            objects, aspect: Double(view.width) / Double(view.height), using: &generator)
    }

    /// The least size of the upright image at which its part in the frame has `side` pixels each way.
    private static func size(
        showing frame: FractionalRect, of view: PixelSize, as side: Int
    ) -> PixelSize {
        PixelSize(
            width: min(view.width, Int((Double(side) / frame.width).rounded(.up))),
            height: min(view.height, Int((Double(side) / frame.height).rounded(.up))))
    }

    /// The objects in fractions of the upright image.
    static func objects(
        of image: DatasetImage, orientation: ImageOrientation
    ) -> [GroundTruthBox] {
        let view = orientation.viewSize(ofStored: image.size)
        return image.objects.map { object in
            let (box, size) = (object.box, image.size)
            let first = orientation.view(
                x: Double(box.left), y: Double(box.top), stored: size)
            let last = orientation.view(
                x: Double(box.right), y: Double(box.bottom), stored: size)
            return GroundTruthBox(
                classID: object.classID,
                box: NormalizedBox(
                    minimumX: min(first.x, last.x) / Double(view.width),
                    minimumY: min(first.y, last.y) / Double(view.height),
                    maximumX: max(first.x, last.x) / Double(view.width),
                    maximumY: max(first.y, last.y) / Double(view.height)),
                isDifficult: object.isDifficult)
        }
    }
}
