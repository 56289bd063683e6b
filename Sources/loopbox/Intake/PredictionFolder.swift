import Annotations
import DatasetFormats
import Glibc

/// A directory of predictions: for `image.jpg`, `image.json` in SageMaker's inference response form.
nonisolated struct PredictionFolder {
    let path: String
    /// The names of the responses' class ids.
    let labels: LabelMap

    /// What was found about an image.
    struct Finding {
        /// Nil when there is no such file.
        var file: String?
        var prediction: Prediction?
        var problems: [IntakeProblem] = []
    }

    /// The prediction about an image and what is wrong with its file.
    func prediction(forImage image: String) -> Finding {
        let file = path + "/" + Self.stem(of: image) + ".json"
        guard access(file, F_OK) == 0 else { return Finding() }
        do {
            let bytes = try InputFile.bytes(atPath: file, atMost: InferenceResponse.mostBytes)
            let response = try InferenceResponse(bytes, classes: labels)
            return Finding(
                file: file,
                prediction: Prediction(modelVersion: name, detections: response.detections),
                problems: response.problemSummary.map { [IntakeProblem(path: file, reason: $0)] }
                    ?? [])
        } catch {
            let reason = "\(error); the image is reviewed without a prediction"
            return Finding(file: file, problems: [IntakeProblem(path: file, reason: reason)])
        }
    }

    /// What stands for the model's version: the directory's own name.
    private var name: String { String(path.split(separator: "/").last ?? "/") }

    private static func stem(of image: String) -> String {
        let name = image.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return String(name) }
        return String(name[..<dot])
    }
}
