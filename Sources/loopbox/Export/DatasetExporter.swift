import Annotations
import HumanReview
import ReviewStore

/// Writes a workspace's answers in a format, whole or not at all.
nonisolated struct DatasetExporter {
    let open: OpenWorkspace
    let format: ExportFormat
    let output: String
    let images: ExportedImages.Mode
    /// Which of the completed loops.
    let filter: LoopFilter
    /// What ages are counted to.
    let time: Timestamp

    /// Writes the output.
    ///
    /// - Throws: ``CommandError``, or the store's error; what was at the output is then as it was.
    func run() throws -> ExportSummary {
        let isFile = isFile
        let staging = try ExportStaging(output, isFile: isFile, format: format)
        var summary = ExportSummary(format: format, output: staging.output)
        if format == .coco, images == .none {
            summary.imageDirectory = try open.store.directoryOfAnsweredImages(
                filter, at: time)
        }
        do {
            let file = try file(in: staging)
            var export = try export(file, in: staging, summary)
            let progress = ProgressLine(
                total: try open.store.status(at: time).loops[.completed] ?? 0)
            defer { progress.clear() }
            var answers: [ExportedAnswer] = []
            var unusable = UnusableImages()
            try open.store.forEachFinalAnswer(filter, at: time) { answer in
                progress.advance()
                do {
                    // What is written from here on would be thrown away. The others are looked at all
                    // the same, so that one message tells of all.
                    guard unusable.isEmpty else { return try export.check(answer) }
                    let isWritten = try export.add(answer)
                    summary.count(answer, isWritten: isWritten)
                    if isWritten { answers.append(ExportedAnswer(answer)) }
                } catch let image as UnusableImage {
                    unusable.append(image)
                }
            }
            if let error = unusable.error(filter, canStay: format.takesImages) { throw error }
            try export.finish()
            // Before the output is there: what may be in a data set is not taken back.
            try open.store.noteExport(of: answers, at: SystemClock.now)
            if isFile, let file {
                try staging.commit(file: file)
            } else {
                try file?.empty()
                try staging.commitDirectory()
            }
        } catch {
            staging.discard()
            throw error
        }
        return summary
    }

    /// Whether the output is one file.
    private var isFile: Bool {
        format == .augmentedManifest || (format == .coco && images == .none)
    }

    /// The file that all answers go to, in the formats that have one.
    private func file(in staging: ExportStaging) throws -> StreamedFile? {
        switch format {
        case .augmentedManifest: return try StreamedFile(staging.path + "/manifest")
        case .coco where images == .none: return try StreamedFile(staging.path + "/instances.json")
        case .coco:
            try FilePath.makeDirectory(staging.path + "/annotations")
            return try StreamedFile(staging.path + "/annotations/instances_default.json")
        case .pascalVOC, .yolo, .recordIO: return nil
        }
    }

    private func export(
        _ file: StreamedFile?, in staging: ExportStaging, _ summary: ExportSummary
    ) throws -> any DatasetExport {
        let classes = open.flow.labels
        switch (format, file) {
        case (.coco, let file?):
            return try COCOExport(
                file, classes: classes, flow: open.flow.name,
                naming: try naming(in: staging, summary))
        case (_, let file?): return AugmentedManifestExport(file, classes: classes)
        case (.yolo, nil):
            return try YOLOExport(into: staging.path, classes: classes, images: images)
        case (.recordIO, nil): return try RecordIOExport(into: staging.path, classes: classes)
        case (_, nil):
            return try PascalVOCExport(
                into: staging.path, named: FilePath.name(of: staging.output), images: images)
        }
    }

    private func naming(
        in staging: ExportStaging, _ summary: ExportSummary
    ) throws -> COCOExport.Naming {
        guard images == .none else {
            return .placed(try ExportedImages(images, in: staging.path + "/images"))
        }
        return .relative(to: summary.imageDirectory ?? "/")
    }
}
