import HumanReview
import Annotations
import Dispatch
import ImageCodecs
import SingleShotDetector
import Synchronization

/// Finds out which images of a data set can be trained on, before the training begins.
nonisolated enum TrainingPhotos {
    /// The images that can be trained on, in their order; each of the others is reported.
    ///
    /// - Throws: ``CommandError`` when there is none, or when one has a class or a number of objects
    ///   that the hyperparameters have no room for.
    static func usable(
        of dataset: Dataset, for hyperparameters: Hyperparameters
    ) throws -> [DatasetImage] {
        for problem in dataset.problems {
            Console.report("\(problem.path): \(problem.reason); left out")
        }
        let images = dataset.images.filter { !$0.objects.isEmpty }
        if images.count < dataset.images.count {
            Console.report(
                Counted.of(dataset.images.count - images.count, "image")
                    + " without objects left out, nothing is learnt from them")
        }
        try check(images, hyperparameters)
        let reasons = problems(of: images)
        for (image, reason) in zip(images, reasons) {
            if let reason { Console.report("\(image.path): \(reason); left out") }
        }
        let usable = zip(images, reasons).filter { $0.1 == nil }.map(\.0)
        guard !usable.isEmpty else {
            throw CommandError("no image with objects to train on; add annotated images")
        }
        return usable
    }

    private static func check(
        _ images: [DatasetImage], _ hyperparameters: Hyperparameters
    ) throws {
        for image in images {
            let width = 2 + 5 * image.objects.count
            guard width <= hyperparameters.labelWidth else {
                throw CommandError(
                    "\(image.record): \(image.objects.count) objects; label_width must be at least "
                        + "\(width), not \(hyperparameters.labelWidth)")
            }
            let classID = image.objects.map(\.classID).max() ?? 0
            guard classID < hyperparameters.classCount else {
                throw CommandError(
                    "\(image.record): class \(classID); num_classes must be at least "
                        + "\(classID + 1), not \(hyperparameters.classCount)")
            }
        }
    }

    /// Why images cannot be used, nil for those that can.
    private static func problems(of images: [DatasetImage]) -> [String?] {
        let reasons = Mutex<[Int: String]>([:])
        let progress = ProgressLine(total: images.count)
        DispatchQueue.concurrentPerform(iterations: images.count) { index in
            if let reason = problem(of: images[index]) {
                reasons.withLock { $0[index] = reason }
            }
            progress.advance()
        }
        progress.clear()
        let found = reasons.withLock { $0 }
        return images.indices.map { found[$0] }
    }

    private static func problem(of image: DatasetImage) -> String? {
        do throws(ImageError) {
            let bytes = try ImageFile.bytes(atPath: image.path)
            let size = try JPEGDecoder.header(of: bytes).storedSize
            guard size == image.size else {
                return "\(size.width) x \(size.height) pixels, but \(image.record) says "
                    + "\(image.size.width) x \(image.size.height)"
            }
            _ = try JPEGDecoder.decode(bytes, atLeast: PixelSize(width: 1, height: 1))
            return nil
        } catch {
            return "\(error)"
        }
    }
}
