import Annotations
import ImageCodecs
import Imaging
import SingleShotDetector

/// Finds objects in image files; one caller at a time.
///
/// The network sees a photo as a person does, turned upright; boxes come back in the stored frame, where the whole
/// program keeps them.
nonisolated final class ImagePredictor {
    let detector: Detector

    /// A predictor by a detector.
    init(_ detector: Detector) {
        self.detector = detector
    }

    /// A predictor by a model's weights, its layers timed where this machine has not yet timed them.
    ///
    /// - Throws: what ``Detector`` throws.
    convenience init(
        _ artifact: ModelArtifact, precision: DetectorOptions.Precision = .fp32
    ) throws {
        let options = DetectorOptions(
            precision: precision, choice: .fastest(LayerTimings.read()))
        let detector = try Detector(artifact, options: options)
        if let choices = detector.winogradChoices { LayerTimings.keep(choices) }
        self.init(detector)
    }

    /// What is in a JPEG file.
    ///
    /// - Throws: ``ImageError`` for a file that cannot be read or decoded; what the detector throws.
    func predict(atPath path: String) throws -> ImagePrediction {
        try predict(ImageFile.bytes(atPath: path))
    }

    /// What is in the bytes of a JPEG file.
    ///
    /// - Throws: ``ImageError`` for a file that cannot be decoded; what the detector throws.
    func predict(_ bytes: [UInt8]) throws -> ImagePrediction {
        let header = try JPEGDecoder.header(of: bytes)
        let side = detector.inputSide
        let image = try JPEGDecoder.decode(bytes, atLeast: PixelSize(width: side, height: side))
        let seen = try detector.detect(image.upright(header.orientation))
        let detections = seen.map { detection in
            var detection = detection
            detection.box = detection.box.stored(header.orientation)
            return detection
        }
        return ImagePrediction(
            size: header.storedSize, orientation: header.orientation, detections: detections)
    }
}
