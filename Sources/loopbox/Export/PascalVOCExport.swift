import Annotations
import DatasetFormats
import HumanReview

/// Writes a Pascal VOC directory as the development kit lays it out, with the list of its images under
/// the names that CVAT (`default`) and the kit's readers (`trainval`) look for.
nonisolated struct PascalVOCExport: DatasetExport {
    private let directory: String
    private let folder: String
    private var images: ExportedImages
    private let lists: [StreamedFile]

    /// An export into a directory that is empty, of a data set with a name.
    init(into directory: String, named folder: String, images mode: ExportedImages.Mode) throws {
        self.directory = directory
        self.folder = folder
        // The format's readers look for this ending and no other.
        images = try ExportedImages(mode, in: directory + "/JPEGImages", ending: ".jpg")
        for name in ["Annotations", "ImageSets", "ImageSets/Main"] {
            try FilePath.makeDirectory(directory + "/" + name)
        }
        lists = try ["default", "trainval"].map {
            try StreamedFile(directory + "/ImageSets/Main/\($0).txt")
        }
    }

    mutating func add(_ answer: FinalAnswer) throws -> Bool {
        let name = try images.place(answer.image)
        let stem = DirectoryEntries.stem(of: name)
        let annotation = PascalVOC(
            folder: folder, filename: name, size: answer.image.size,
            objects: answer.answer.boxes.map { PascalVOC.Object(name: $0.label, box: $0.box) })
        try StreamedFile.write(annotation.xml, to: directory + "/Annotations/\(stem).xml")
        for list in lists { try list.write(stem + "\n") }
        return true
    }

    func check(_ answer: FinalAnswer) throws { try images.check(answer.image) }

    mutating func finish() throws {
        for list in lists { try list.empty() }
    }
}
