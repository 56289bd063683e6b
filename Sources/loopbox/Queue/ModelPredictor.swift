import Annotations
import Foundation
import HumanReview
import ImageCodecs
import NeuralNetwork
import ReviewStore
import SingleShotDetector

/// Predicts images by a workspace's model version.
nonisolated final class ModelPredictor: ImagePredicting {
    private let predictor: ImagePredictor
    private let labels: LabelMap
    private let pace: NetworkPace?

    /// Loads the artifact of a version; what is timed on the way is remembered with the version.
    ///
    /// - Throws: ``CommandError`` naming the version and what is wrong with it.
    init(
        _ version: ModelVersion, in workspace: Workspace, _ store: SQLiteReviewStore,
        pace: NetworkPace? = nil
    ) throws {
        labels = version.labels
        self.pace = pace
        do {
            let artifact = try ModelArtifact.read(workspace.path(of: version))
            let known =
                LayerTimings.read() + [version.tuning.flatMap(Self.choices)].compactMap(\.self)
            let detector = try Detector(
                artifact, options: DetectorOptions(choice: .fastest(known)))
            predictor = ImagePredictor(detector)
            if let pace { detector.afterEveryLayer(pace.rest) }
            if let choices = detector.winogradChoices, !known.contains(choices) {
                // To time it again is all that is lost. The user's cache keeps it too: processes with
                // other numbers of threads take turns at the version's.
                LayerTimings.keep(choices)
                try? store.setTuning(Self.text(of: choices), ofModel: version.name)
            }
        } catch {
            throw CommandError(
                "model \(version.name): \(error); 'loopbox model rollback' goes back to the one before"
            )
        }
    }

    func detections(on image: ReviewImage) throws -> [Detection] {
        pace?.begin()
        let prediction = try predictor.predict(atPath: image.path)
        guard prediction.size == image.size else {
            throw ImageError(
                cause: "the file has changed since it was added",
                nextStep: "put the original back and add it again")
        }
        return try prediction.detections.map { detection in
            guard labels.names.indices.contains(detection.classID) else {
                throw CommandError("the model has no class \(detection.classID); import it again")
            }
            return Detection(
                label: labels.names[detection.classID], score: detection.score, box: detection.box)
        }
    }

    private static func choices(_ text: String) -> WinogradChoices? {
        try? JSONDecoder().decode(WinogradChoices.self, from: Data(text.utf8))
    }

    private static func text(of choices: WinogradChoices) throws -> String {
        String(decoding: try JSONEncoder().encode(choices), as: UTF8.self)
    }
}
