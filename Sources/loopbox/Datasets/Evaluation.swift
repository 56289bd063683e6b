import Annotations
import SingleShotDetector

/// Measures detections against a data set.
nonisolated struct Evaluation {
    let source: any DetectionSource
    let overlapThreshold: Double

    /// The precision over a data set's images.
    func score(
        of dataset: Dataset, _ metric: MeanAveragePrecision.Interpolation
    ) throws -> DetectionScore {
        var measure = MeanAveragePrecision(overlapThreshold: overlapThreshold)
        // Without an object an image does not count, so that it need not be looked at.
        let images = dataset.images.filter { !$0.objects.isEmpty }
        let progress = ProgressLine(total: images.count)
        defer { progress.clear() }
        for image in images {
            let detections = try source.detections(in: image)
            measure.add(
                detections.map { Self.inPixels($0, of: image.size) },
                truths: image.objects.map(Self.truth))
            progress.advance()
        }
        return measure.result(metric)
    }

    private static func truth(_ object: DatasetImage.Object) -> MeanAveragePrecision.Truth {
        MeanAveragePrecision.Truth(
            classID: object.classID,
            box: NormalizedBox(
                minimumX: Double(object.box.left), minimumY: Double(object.box.top),
                maximumX: Double(object.box.right), maximumY: Double(object.box.bottom)),
            isDifficult: object.isDifficult)
    }

    private static func inPixels(_ detection: ClassDetection, of size: PixelSize) -> ClassDetection
    {
        var detection = detection
        detection.box.minimumX *= Double(size.width)
        detection.box.maximumX *= Double(size.width)
        detection.box.minimumY *= Double(size.height)
        detection.box.maximumY *= Double(size.height)
        return detection
    }
}
