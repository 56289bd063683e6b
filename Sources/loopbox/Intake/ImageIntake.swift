import Annotations
import Dispatch
import HumanReview
import ReviewStore
import Synchronization

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
        var summary = IntakeSummary()
        try tell(of: found.problems, in: &summary, progress)
        for start in stride(from: 0, to: found.paths.count, by: Self.batchLength) {
            let batch = found.paths[start..<min(start + Self.batchLength, found.paths.count)]
            let inspections = Self.inspect(Array(batch), predictions, progress)
            try add(inspections, to: &summary, progress)
        }
        progress.clear()
        return summary
    }

    /// Inspections in the order of the paths.
    private static func inspect(
        _ paths: [String], _ predictions: PredictionFolder?, _ progress: ProgressLine
    ) -> [ImageInspection] {
        let results = Mutex<[Int: ImageInspection]>([:])
        DispatchQueue.concurrentPerform(iterations: paths.count) { index in
            let inspection = ImageInspection(path: paths[index], predictions: predictions)
            results.withLock { $0[index] = inspection }
            progress.advance()
        }
        let all = results.withLock { $0 }
        return paths.indices.compactMap { all[$0] }
    }

    private func add(
        _ inspections: [ImageInspection], to summary: inout IntakeSummary, _ progress: ProgressLine
    ) throws {
        let images = inspections.compactMap(\.image)
        let outcomes = try store.add(images, at: SystemClock.now)
        try store.forgetProblems(of: inspections.compactMap(\.soundFile))
        try tell(of: inspections.flatMap(\.problems), in: &summary, progress)
        for (image, outcome) in zip(images, outcomes) {
            switch outcome {
            case .loop: summary.waiting += 1
            case .confident: summary.confident += 1
            case .queued: summary.queued += 1
            case .unchanged: summary.unchanged += 1
            case .problem(let reason, let isNew):
                summary.problems += 1
                if isNew { Self.report(IntakeProblem(path: image.path, reason: reason), progress) }
            }
        }
    }

    /// Records problems, and reports those that were never told of before.
    private func tell(
        of problems: [IntakeProblem], in summary: inout IntakeSummary, _ progress: ProgressLine
    ) throws {
        guard !problems.isEmpty else { return }
        summary.problems += problems.count
        let now = SystemClock.now
        let news = try store.record(
            problems.map { InputProblem(path: $0.path, reason: $0.reason, time: now) })
        for (problem, isNew) in zip(problems, news) where isNew { Self.report(problem, progress) }
    }

    private static func report(_ problem: IntakeProblem, _ progress: ProgressLine) {
        progress.clear()
        Console.report("\(problem.path): \(problem.reason)")
    }
}
