import Annotations
import Foundation
import HumanReview

@testable import ReviewStore

/// A workspace in a directory of its own, removed with the value.
final class TemporaryWorkspace: Sendable {
    let workspace: Workspace

    /// A workspace with a flow, below `directory` or the system's temporary one.
    init(
        in directory: String = NSTemporaryDirectory(), taskCount: Int = 1,
        conditions: ActivationConditions = ActivationConditions(),
        template: String = BuiltInTemplate.source()
    ) throws {
        let path = URL(fileURLWithPath: directory).appendingPathComponent(
            "review-store-\(UUID().uuidString)")
        workspace = try Workspace.create(at: path.path)
        try store().add(
            FlowDefinition(
                name: "objects", creationTime: Self.time, taskTitle: "Draw boxes",
                taskDescription: "Draw a tight box around each object.", labels: .pascalVOC,
                template: template, activationConditions: conditions, taskCount: taskCount))
    }

    deinit { try? FileManager.default.removeItem(atPath: workspace.path) }

    /// Opens the store as another process would.
    func store(leaseSeconds: Double = 120, clock: LeaseClock = .system) throws -> SQLiteReviewStore
    {
        try SQLiteReviewStore(workspace: workspace, leaseSeconds: leaseSeconds, clock: clock)
    }

    /// 2021-05-06 21:25:42.373 UTC, when the contract's sample loop was created.
    static let time = Timestamp(milliseconds: 1_620_336_342_373)

    /// An image of 100 by 50 pixels, with a detection for each score.
    static func image(_ name: String, scores: [Double]? = nil) -> IncomingImage {
        IncomingImage(
            path: "/photos/\(name).jpg", sha256: "sha-of-\(name)",
            size: PixelSize(width: 100, height: 50),
            prediction: scores.map { scores in
                Prediction(modelVersion: "1", detections: scores.map(detection(score:)))
            })
    }

    static func detection(score: Double) -> Detection {
        Detection(
            label: "dog", score: score,
            box: NormalizedBox(minimumX: 0.1, minimumY: 0.2, maximumX: 0.5, maximumY: 0.9))
    }

    /// The event file's lines.
    var eventLines: [Substring] {
        let text = try? String(contentsOfFile: workspace.eventsPath, encoding: .utf8)
        return (text ?? "").split(separator: "\n")
    }

    /// The paths of all output objects, and of anything else left in the output directory.
    var outputFiles: [String] {
        let enumerator = FileManager.default.enumerator(atPath: workspace.outputPath)
        return (enumerator?.allObjects as? [String] ?? [])
            .filter { $0.contains("/") && !isDirectory(workspace.outputPath + "/" + $0) }
    }

    private func isDirectory(_ path: String) -> Bool {
        var isDirectory: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
            && isDirectory.boolValue
    }
}

extension OpenTask {
    /// The answer that takes the draft as it is.
    func answer(by worker: Worker, at time: Timestamp) -> Answer {
        Answer(
            worker: worker, acceptanceTime: TemporaryWorkspace.time, submissionTime: time,
            activeMilliseconds: 1_500,
            boxes: draft.boxes.map { LabeledBox(label: $0.label, box: $0.box) },
            imageSize: loop.image.size)
    }
}

extension SQLiteReviewStore {
    /// The next task of a worker, or nil.
    func next(_ worker: Worker, excluding: Set<String> = []) throws -> OpenTask? {
        let claim = try claimNext(
            for: worker, at: TemporaryWorkspace.time, excluding: excluding)
        guard case .task(let task) = claim else { return nil }
        return task
    }
}
