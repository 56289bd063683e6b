import Annotations
import ImageCodecs
import ReviewStore

/// What is found out about one image file before it is added.
nonisolated struct ImageInspection {
    /// Nil when the file cannot be used.
    private(set) var image: IncomingImage?
    private(set) var problems: [IntakeProblem] = []
    /// The predictions file, when there is nothing wrong with it.
    private(set) var soundFile: String?

    /// Reads the file whole, decodes it at an eighth of its size, so that what cannot be shown is known
    /// now, and looks for its prediction.
    init(path: String, predictions: PredictionFolder?) {
        do throws(ImageError) {
            let bytes = try ImageFile.bytes(atPath: path)
            let header = try JPEGDecoder.header(of: bytes)
            _ = try JPEGDecoder.decode(bytes, atLeast: PixelSize(width: 1, height: 1))
            var image = IncomingImage(
                path: path, sha256: SHA256.hexadecimalDigest(of: bytes), size: header.storedSize,
                orientation: header.orientation)
            if let predictions {
                let found = predictions.prediction(forImage: path)
                (image.prediction, problems) = (found.prediction, found.problems)
                soundFile = found.problems.isEmpty ? found.file : nil
            }
            self.image = image
        } catch {
            problems = [IntakeProblem(path: path, reason: error.description)]
        }
    }
}
