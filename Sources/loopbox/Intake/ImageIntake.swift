import Annotations
import HumanReview
import ReviewStore

/// Takes images into a workspace: finds, inspects on all cores, stores, and tells once of each file
/// that cannot be used.
nonisolated struct ImageIntake {
    /// Images between two transactions, few enough that no edit waits long for its turn.
    private static let batchLength = 16

    let store: SQLiteReviewStore
    /// The flow's classes, by which predictions are read.
    let labels: LabelMap

    /// Adds all images that can be used.
    ///
    /// - Throws: ``ReviewError`` when the store fails; the batches before are then in it.
    func add(_ sources: IntakeSources) throws -> IntakeSummary {
        let found = ImageFinder(sources.images)
        let predictions = sources.predictions.map { PredictionFolder(path: $0, labels: labels) }
        let progress = ProgressLine(total: found.paths.count)
        let report = ProblemReport(store: store, progress: progress)
        var summary = IntakeSummary()
        try tell(found.problems, in: &summary, report)
        for start in stride(from: 0, to: found.paths.count, by: Self.batchLength) {
            let batch = found.paths[start..<min(start + Self.batchLength, found.paths.count)]
            let inspections = ImageInspection.all(
                Array(batch), predictions: predictions, progress)
            try add(inspections, to: &summary, report)
        }
        progress.clear()
        return summary
    }

    private func add(
        _ inspections: [ImageInspection], to summary: inout IntakeSummary, _ report: ProblemReport
    ) throws {
        let images = inspections.compactMap(\.image)
        let outcomes = try store.add(images, at: SystemClock.now)
        try store.forgetProblems(of: inspections.compactMap(\.soundFile))
        try tell(inspections.flatMap(\.problems), in: &summary, report)
        for (image, outcome) in zip(images, outcomes) {
            switch outcome {
            case .loop: summary.waiting += 1
            case .confident: summary.confident += 1
            case .queued: summary.queued += 1
            case .unchanged: summary.unchanged += 1
            case .problem(let reason, let isNew):
                summary.problems += 1
                if isNew { report.tell(IntakeProblem(path: image.path, reason: reason)) }
            }
        }
    }

    private func tell(
        _ problems: [IntakeProblem], in summary: inout IntakeSummary, _ report: ProblemReport
    ) throws {
        summary.problems += problems.count
        try report.tell(problems, at: SystemClock.now)
    }
}
