import Annotations
import DatasetFormats
import HumanReview

/// Writes MXNet's records of images with their objects, the index of their places, and the list they
/// would have been made from.
nonisolated struct RecordIOExport: DatasetExport {
    private let classes: LabelMap
    private let directory: String
    private let records: StreamedFile
    private let index: StreamedFile
    private let list: StreamedFile
    private var number: UInt64 = 0
    private var offset = 0

    /// An export of a flow's classes into a directory that is empty.
    init(into directory: String, classes: LabelMap) throws {
        self.directory = directory
        self.classes = classes
        records = try StreamedFile(directory + "/data.rec")
        index = try StreamedFile(directory + "/data.idx")
        list = try StreamedFile(directory + "/data.lst")
    }

    mutating func add(_ answer: FinalAnswer) throws -> Bool {
        // MXNet's iterator ends the training at a record without an object.
        guard !answer.answer.boxes.isEmpty else { return false }
        let objects = try answer.answer.boxes.map { labeled in
            guard let id = classes.classID(of: labeled.label) else {
                throw AugmentedManifest.UnknownLabel(loop: answer.loop, label: labeled.label)
            }
            return ImageRecord.Object(
                classID: id, box: NormalizedBox(labeled.box, in: answer.image.size))
        }
        let image = try ExportedImages.bytes(of: answer.image)
        let record = ImageRecord(id: number, objects: objects, image: image)
        let bytes = RecordIO.record(record.bytes)
        try records.write(bytes)
        try index.write("\(number)\t\(offset)\n")
        let columns = record.label.map { "\($0)" } + [FilePath.name(of: answer.image.path)]
        try list.write("\(number)\t\(columns.joined(separator: "\t"))\n")
        number += 1
        offset += bytes.count
        return true
    }

    func check(_ answer: FinalAnswer) throws {
        guard !answer.answer.boxes.isEmpty else { return }
        _ = try ExportedImages.bytes(of: answer.image)
    }

    mutating func finish() throws {
        for file in [records, index, list] { try file.empty() }
        try StreamedFile.write(
            classes.names.map { $0 + "\n" }.joined(), to: directory + "/classes.txt")
    }
}
