import Annotations
import DatasetFormats
import HumanReview

/// Writes an augmented manifest.
nonisolated struct AugmentedManifestExport: DatasetExport {
    let file: StreamedFile
    private let manifest: AugmentedManifest

    /// A manifest of a flow's classes.
    init(_ file: StreamedFile, classes: LabelMap) {
        self.file = file
        manifest = AugmentedManifest(classes: classes)
    }

    mutating func add(_ answer: FinalAnswer) throws -> Bool {
        try file.write(try manifest.line(for: answer) + "\n")
        return true
    }

    func check(_ answer: FinalAnswer) throws {}

    mutating func finish() throws {}
}
