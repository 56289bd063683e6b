import Annotations
import SingleShotDetector

/// Detections that a model makes of the images themselves.
nonisolated struct ModelDetections: DetectionSource {
    private let predictor: ImagePredictor

    /// A model's, by its weights.
    ///
    /// - Throws: what ``Detector`` throws.
    init(_ artifact: ModelArtifact, options: DetectorOptions = DetectorOptions()) throws {
        predictor = ImagePredictor(try Detector(artifact, options: options))
    }

    /// - Throws: ``CommandError`` naming an image that cannot be read or is of another size than its
    ///   annotation says.
    func detections(in image: DatasetImage) throws -> [ClassDetection] {
        let prediction: ImagePrediction
        do {
            prediction = try predictor.predict(atPath: image.path)
        } catch {
            throw CommandError("\(image.path): \(error)")
        }
        guard prediction.size == image.size else {
            throw CommandError(
                "\(image.path): \(prediction.size.width) x \(prediction.size.height) pixels, but "
                    + "\(image.record) says \(image.size.width) x \(image.size.height); correct it")
        }
        return prediction.detections
    }
}
