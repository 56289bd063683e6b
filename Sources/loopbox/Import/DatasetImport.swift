import Annotations
import ArgumentParser
import Glibc
import HumanReview
import ReviewStore

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
        let report = ProblemReport(store: store, progress: progress)
        try tell(dataset.problems, in: &summary, report)
        let omissions = Dictionary(grouping: dataset.omissions, by: \.path)
        for start in stride(from: 0, to: dataset.images.count, by: Self.batchLength) {
            let batch = dataset.images[start..<min(start + Self.batchLength, dataset.images.count)]
            for image in try add(Array(batch), to: &summary, report) {
                let record = image.record.record
                let own = image.corrections.map { IntakeProblem(path: record, reason: $0) }
                correct((omissions[record] ?? []) + own, in: &summary, report)
            }
        }
        return summary
    }

    /// Adds records and returns those that were new.
    private func add(
        _ records: [DatasetImage], to summary: inout ImportSummary, _ report: ProblemReport
    ) throws -> [ImportedImage] {
        let inspections = ImageInspection.all(
            try records.map { try path(of: $0.path) }, predictions: nil, report.progress)
        var images: [ImportedImage] = []
        for (record, inspection) in zip(records, inspections) {
            guard let image = inspection.image else {
                try tell(inspection.problems, in: &summary, report)
                continue
            }
            do throws(ImportedImage.Mismatch) {
                images.append(try ImportedImage(record, image: image, labels: labels))
            } catch {
                let problem = IntakeProblem(path: record.record, reason: error.reason)
                try tell([problem], in: &summary, report)
            }
        }
        try store.forgetProblems(of: images.map(\.record.record))
        return try store(images, in: &summary, report)
    }

    private func store(
        _ images: [ImportedImage], in summary: inout ImportSummary, _ report: ProblemReport
    ) throws -> [ImportedImage] {
        switch kind {
        case .answers: try storeAnswers(images, in: &summary, report)
        case .proposals: try storeProposals(images, in: &summary, report)
        }
    }

    private func storeAnswers(
        _ images: [ImportedImage], in summary: inout ImportSummary, _ report: ProblemReport
    ) throws -> [ImportedImage] {
        var taken: [ImportedImage] = []
        for (image, outcome) in zip(images, try store.add(images.map(\.answer), from: origin)) {
            switch outcome {
            case .completed:
                summary.completed += 1
                taken.append(image)
            case .unchanged: summary.unchanged += 1
            case .problem(let reason, let isNew):
                note(image, reason, isNew, in: &summary, report)
            }
        }
        return taken
    }

    private func storeProposals(
        _ images: [ImportedImage], in summary: inout ImportSummary, _ report: ProblemReport
    ) throws -> [ImportedImage] {
        let incoming = images.map { $0.proposal(modelVersion: origin.format, score: score) }
        var taken: [ImportedImage] = []
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
                note(image, reason, isNew, in: &summary, report)
            }
        }
        return taken
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

    private func tell(
        _ problems: [IntakeProblem], in summary: inout ImportSummary, _ report: ProblemReport
    ) throws {
        summary.problems += problems.count
        try report.tell(problems, at: origin.time)
    }

    /// Counts a problem that the store has recorded.
    private func note(
        _ image: ImportedImage, _ reason: String, _ isNew: Bool, in summary: inout ImportSummary,
        _ report: ProblemReport
    ) {
        summary.problems += 1
        if isNew { report.tell(IntakeProblem(path: image.image.path, reason: reason)) }
    }

    private func correct(
        _ corrections: [IntakeProblem], in summary: inout ImportSummary, _ report: ProblemReport
    ) {
        summary.corrections += corrections.count
        for correction in corrections { report.tell(correction) }
    }
}
