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

extension NormalizedBox {
    /// The box in the upright view, of one in the stored frame.
    nonisolated func upright(_ orientation: ImageOrientation) -> NormalizedBox {
        let unit = PixelSize(width: 1, height: 1)
        let one = orientation.view(x: minimumX, y: minimumY, stored: unit)
        let other = orientation.view(x: maximumX, y: maximumY, stored: unit)
        return NormalizedBox(
            minimumX: min(one.x, other.x), minimumY: min(one.y, other.y),
            maximumX: max(one.x, other.x), maximumY: max(one.y, other.y))
    }
}
