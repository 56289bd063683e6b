import Annotations
import DatasetFormats
import Glibc

/// A directory of predictions: for `image.jpg`, `image.json` in SageMaker's inference response form.
nonisolated struct PredictionFolder {
    let path: String
    /// The names of the responses' class ids.
    let labels: LabelMap

    /// The prediction about an image, nil when there is none, and what is wrong with its file.
    func prediction(forImage image: String) -> (Prediction?, [IntakeProblem]) {
        let file = path + "/" + Self.stem(of: image) + ".json"
        guard access(file, F_OK) == 0 else { return (nil, []) }
        do {
            let bytes = try InputFile.bytes(atPath: file, atMost: InferenceResponse.mostBytes)
            let response = try InferenceResponse(bytes, classes: labels)
            let problems = response.problemSummary.map { [IntakeProblem(path: file, reason: $0)] }
            return (
                Prediction(modelVersion: name, detections: response.detections), problems ?? []
            )
        } catch {
            let reason = "\(error); the image is reviewed without a prediction"
            return (nil, [IntakeProblem(path: file, reason: reason)])
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
