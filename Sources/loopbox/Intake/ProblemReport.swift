import HumanReview
import ReviewStore

/// Tells of what cannot be used, above the line that counts what is done.
nonisolated struct ProblemReport {
    let store: SQLiteReviewStore
    let progress: ProgressLine

    /// Records problems, and tells those that were never told before.
    func tell(_ problems: [IntakeProblem], at time: Timestamp) throws {
        guard !problems.isEmpty else { return }
        let news = try store.record(
            problems.map { InputProblem(path: $0.path, reason: $0.reason, time: time) })
        for (problem, isNew) in zip(problems, news) where isNew { tell(problem) }
    }

    /// Tells a problem.
    func tell(_ problem: IntakeProblem) {
        progress.clear()
        Console.report("\(problem.path): \(problem.reason)")
    }
}
