import Annotations
import ArgumentParser
import Dispatch
import Glibc
import HumanReview
import ReviewStore
import Synchronization

/// Takes annotations that exist already into a workspace, and tells once of each record that cannot be
/// used.
nonisolated struct DatasetImport {
    /// What the annotations are taken for.
    enum Kind: String, CaseIterable, ExpressibleByArgument {
        /// A detector's word, to be reviewed or accepted.
        case proposals
        /// People's word.
        case answers
    }

    /// Images between two transactions, few enough that no edit waits long for its turn.
    private static let batchLength = 64

    let store: SQLiteReviewStore
    let labels: LabelMap
    let kind: Kind
    let origin: ImportOrigin
    /// That of a proposal whose record has none.
    let score: Double

    /// Imports all records that can be used.
    ///
    /// - Throws: ``ReviewError`` when the store fails or refuses; the batches before are then in it.
    func add(_ dataset: Dataset) throws -> ImportSummary {
        var summary = ImportSummary(kind: kind)
        summary.unannotated = dataset.unannotated
        let progress = ProgressLine(total: dataset.images.count)
        defer { progress.clear() }
        try tell(of: dataset.problems, in: &summary, progress)
        let omissions = Dictionary(grouping: dataset.omissions, by: \.path)
        for start in stride(from: 0, to: dataset.images.count, by: Self.batchLength) {
            let batch = dataset.images[start..<min(start + Self.batchLength, dataset.images.count)]
            for image in try add(Array(batch), to: &summary, progress) {
                let record = image.record.record
                let own = image.corrections.map { IntakeProblem(path: record, reason: $0) }
                correct((omissions[record] ?? []) + own, in: &summary, progress)
            }
        }
        return summary
    }

    /// Adds records and returns those that were new.
    private func add(
        _ records: [DatasetImage], to summary: inout ImportSummary, _ progress: ProgressLine
    ) throws -> [ImportedImage] {
        let inspections = try inspect(records, progress)
        var images: [ImportedImage] = []
        for (record, inspection) in zip(records, inspections) {
            guard let image = inspection.image else {
                try tell(of: inspection.problems, in: &summary, progress)
                continue
            }
            do throws(ImportedImage.Mismatch) {
                images.append(try ImportedImage(record, image: image, labels: labels))
            } catch {
                let problem = IntakeProblem(path: record.record, reason: error.reason)
                try tell(of: [problem], in: &summary, progress)
            }
        }
        try store.forgetProblems(of: images.map(\.record.record))
        return try store(images, in: &summary, progress)
    }

    private func store(
        _ images: [ImportedImage], in summary: inout ImportSummary, _ progress: ProgressLine
    ) throws -> [ImportedImage] {
        var taken: [ImportedImage] = []
        switch kind {
        case .answers:
            for (image, outcome) in zip(images, try store.add(images.map(\.answer), from: origin)) {
                switch outcome {
                case .completed:
                    summary.completed += 1
                    taken.append(image)
                case .unchanged: summary.unchanged += 1
                case .problem(let reason, let isNew):
                    report(image, reason, isNew, in: &summary, progress)
                }
            }
        case .proposals:
            let incoming = images.map { $0.proposal(modelVersion: origin.format, score: score) }
            for (image, outcome) in zip(images, try store.add(incoming, at: origin.time)) {
                switch outcome {
                case .loop:
                    summary.waiting += 1
                    taken.append(image)
                case .confident:
                    summary.confident += 1
                    taken.append(image)
                case .queued, .unchanged: summary.unchanged += 1
                case .problem(let reason, let isNew):
                    report(image, reason, isNew, in: &summary, progress)
                }
            }
        }
        return taken
    }

    /// Inspections in the order of the records, on all cores.
    private func inspect(
        _ records: [DatasetImage], _ progress: ProgressLine
    ) throws -> [ImageInspection] {
        let paths = try records.map { try path(of: $0.path) }
        let results = Mutex<[Int: ImageInspection]>([:])
        DispatchQueue.concurrentPerform(iterations: paths.count) { index in
            let inspection = ImageInspection(path: paths[index], predictions: nil)
            results.withLock { $0[index] = inspection }
            progress.advance()
        }
        let all = results.withLock { $0 }
        return paths.indices.compactMap { all[$0] }
    }

    /// The path the workspace knows an image by: as it was found, or what a link leads to, so that an
    /// export whose images are links is about the images it came from.
    private func path(of found: String) throws -> String {
        let named = ImageFinder([found]).paths.first ?? found
        if try store.hasImage(atPath: named) { return named }
        guard let resolved = realpath(named, nil) else { return named }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// Records problems, and reports those that were never told of before.
    private func tell(
        of problems: [IntakeProblem], in summary: inout ImportSummary, _ progress: ProgressLine
    ) throws {
        guard !problems.isEmpty else { return }
        summary.problems += problems.count
        let news = try store.record(
            problems.map { InputProblem(path: $0.path, reason: $0.reason, time: origin.time) })
        for (problem, isNew) in zip(problems, news) where isNew {
            progress.clear()
            Console.report("\(problem.path): \(problem.reason)")
        }
    }

    private func report(
        _ image: ImportedImage, _ reason: String, _ isNew: Bool, in summary: inout ImportSummary,
        _ progress: ProgressLine
    ) {
        summary.problems += 1
        guard isNew else { return }
        progress.clear()
        Console.report("\(image.image.path): \(reason)")
    }

    private func correct(
        _ corrections: [IntakeProblem], in summary: inout ImportSummary, _ progress: ProgressLine
    ) {
        summary.corrections += corrections.count
        guard !corrections.isEmpty else { return }
        progress.clear()
        for correction in corrections { Console.report("\(correction.path): \(correction.reason)") }
    }
}
