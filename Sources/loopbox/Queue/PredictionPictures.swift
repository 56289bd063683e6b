import Annotations
import Glibc
import ImageCodecs
import Imaging
import ReviewStore
import SingleShotDetector

/// Writes pictures with the boxes that a detector found.
nonisolated struct PredictionPictures {
    private let directory: String
    private let labels: LabelMap
    private let threshold: Double

    /// Pictures in a directory, which is made where it is missing.
    ///
    /// - Throws: ``CommandError`` naming the directory.
    init(directory: String, labels: LabelMap, threshold: Double) throws(CommandError) {
        guard mkdir(directory, 0o777) == 0 || errno == EEXIST else {
            throw CommandError("\(directory): \(String(cString: strerror(errno))); make it first")
        }
        (self.directory, self.labels, self.threshold) = (directory, labels, threshold)
    }

    /// Writes the picture of an image under the image's own name.
    func write(_ prediction: ImagePrediction, of bytes: [UInt8], path: String) throws {
        let image = try JPEGDecoder.decode(bytes).upright(prediction.orientation)
        let shown = prediction.detections.filter { $0.score >= threshold }
        var drawing = BoxDrawing(image)
        // The strongest last, so that no other covers it.
        for detection in shown.sorted(by: { $0.score < $1.score }) {
            let size = PixelSize(width: image.width, height: image.height)
            let box = detection.box.upright(prediction.orientation).pixelBox(in: size)
            let label = labels.name(ofClass: detection.classID) ?? "class \(detection.classID)"
            let percent = Int((detection.score * 100).rounded())
            drawing.draw(box, text: "\(label) \(percent)%", hue: detection.classID)
        }
        let name = path.split(separator: "/").last.map(String.init) ?? "image.jpg"
        try AtomicFile.write(
            JPEGEncoder.encode(drawing.image), to: directory + "/" + name)
    }
}
