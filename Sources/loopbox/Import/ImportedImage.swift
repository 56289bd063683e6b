import Annotations
import Glibc
import HumanReview
import ReviewStore

/// A record of a data set with what its image's file really is.
nonisolated struct ImportedImage {
    let record: DatasetImage
    let image: IncomingImage
    let labels: LabelMap
    /// What had to be changed for the boxes to lie in the image; each a sentence.
    private(set) var corrections: [String] = []
    /// The boxes that are left, with what a detector was sure of.
    private(set) var objects: [(labeled: LabeledBox, score: Double?)] = []

    /// Why a record is not about its image.
    struct Mismatch: Error {
        let reason: String
    }

    /// Cuts the record's boxes at the image's edges.
    ///
    /// - Throws: ``Mismatch`` when the record is about an image of another size.
    init(
        _ record: DatasetImage, image: IncomingImage, labels: LabelMap
    ) throws(Mismatch) {
        self.record = record
        self.image = image
        self.labels = labels
        guard record.size == image.size else { throw Self.mismatch(record.size, image) }
        let bounds = BoundingBox(
            left: 0, top: 0, right: image.size.width, bottom: image.size.height)
        for (index, object) in record.objects.enumerated() {
            guard let label = labels.name(ofClass: object.classID) else { continue }
            let box = object.box
            guard box.left < bounds.right, box.top < bounds.bottom, box.right > 0, box.bottom > 0
            else {
                corrections.append("object \(index + 1) lies outside of the image and is left out")
                continue
            }
            let cut = box.clipped(to: image.size)
            if cut != box { corrections.append("object \(index + 1) is cut at the image's edge") }
            objects.append((LabeledBox(label: label, box: cut), object.score))
        }
    }

    private static func mismatch(_ size: PixelSize, _ image: IncomingImage) -> Mismatch {
        let (own, said) = (
            "\(image.size.width)×\(image.size.height)", "\(size.width)×\(size.height)"
        )
        if image.orientation != .upright, image.orientation.viewSize(ofStored: image.size) == size {
            return Mismatch(
                reason:
                    "the boxes are about the picture turned upright, \(said), and it is stored as "
                    + "\(own); give them in stored pixels")
        }
        return Mismatch(
            reason:
                "it says \(said), and the image has \(own) pixels; correct the size, or give the "
                + "image that was annotated")
    }

    /// The record as what people said.
    var answer: ImportedAnswer {
        ImportedAnswer(image: image, boxes: objects.map(\.labeled))
    }

    /// The image with the record as a detector's word; a box without a score has the one given.
    func proposal(modelVersion: String, score: Double) -> IncomingImage {
        var image = image
        image.prediction = Prediction(
            modelVersion: modelVersion,
            detections: objects.map { object in
                Detection(
                    label: object.labeled.label, score: object.score ?? score,
                    box: NormalizedBox(object.labeled.box, in: image.size))
            })
        return image
    }
}
