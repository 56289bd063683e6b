import Annotations
import DatasetFormats
import HumanReview

/// Writes a YOLO directory as Ultralytics lays it out: `images`, `labels`, `data.yaml`, and
/// `classes.txt` for the programs before it.
nonisolated struct YOLOExport: DatasetExport {
    private let directory: String
    private let classes: LabelMap
    private var images: ExportedImages

    /// An export of a flow's classes into a directory that is empty.
    init(into directory: String, classes: LabelMap, images mode: ExportedImages.Mode) throws {
        self.directory = directory
        self.classes = classes
        images = try ExportedImages(mode, in: directory + "/images")
        try FilePath.makeDirectory(directory + "/labels")
    }

    mutating func add(_ answer: FinalAnswer) throws -> Bool {
        let objects = try answer.answer.boxes.map { labeled in
            guard let id = classes.classID(of: labeled.label) else {
                throw AugmentedManifest.UnknownLabel(loop: answer.loop, label: labeled.label)
            }
            return ObjectAnnotation.Object(classID: id, box: labeled.box)
        }
        let stem = DirectoryEntries.stem(of: try images.place(answer.image))
        try StreamedFile.write(
            YOLOLabels.text(of: objects, in: answer.image.size),
            to: directory + "/labels/\(stem).txt")
        return true
    }

    func check(_ answer: FinalAnswer) throws { try images.check(answer.image) }

    mutating func finish() throws {
        try StreamedFile.write(
            YOLODataFile.text(classes: classes, images: "images"), to: directory + "/data.yaml")
        try StreamedFile.write(
            classes.names.map { $0 + "\n" }.joined(), to: directory + "/classes.txt")
    }
}
