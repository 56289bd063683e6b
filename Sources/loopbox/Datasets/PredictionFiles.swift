import Annotations
import Glibc
import SingleShotDetector

/// Detections that stand in a directory of inference responses.
nonisolated struct PredictionFiles: DetectionSource {
    private let folder: PredictionFolder

    /// - Throws: ``CommandError`` when there is no such directory.
    init(path: String, labels: LabelMap) throws {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw CommandError("\(path): no directory; --predictions takes one")
        }
        folder = PredictionFolder(path: path, labels: labels)
    }

    /// - Throws: ``CommandError`` when the response is broken; rows that are wrong, and an image
    ///   without a response, are reported and count as nothing found.
    func detections(in image: DatasetImage) throws -> [ClassDetection] {
        let found = folder.prediction(forImage: image.path)
        guard let file = found.file else {
            Console.report("\(image.path): no prediction about it in \(folder.path)")
            return []
        }
        guard let prediction = found.prediction else {
            throw CommandError(
                found.problems.first.map { "\($0.path): \($0.reason)" }
                    ?? "\(file): no prediction; correct the file")
        }
        for problem in found.problems { Console.report("\(problem.path): \(problem.reason)") }
        return prediction.detections.compactMap { detection in
            folder.labels.classID(of: detection.label).map {
                ClassDetection(classID: $0, score: detection.score, box: detection.box)
            }
        }
    }
}
