import Annotations
import DatasetFormats
import Glibc

/// Reads the images and objects of a COCO file, a piece of it at a time.
nonisolated struct COCODataset {
    let file: String
    let imageRoot: String?
    var recorder: DatasetRecorder
    /// A file whose images and classes those of results are; results have none themselves.
    var instances: String?

    /// More objects than this are not held.
    private static let mostAnnotations = 20_000_000

    /// All records, in the order of the file's images.
    ///
    /// - Throws: ``CommandError`` when it is no COCO file.
    func read() throws -> Dataset {
        var recorder = recorder
        var rows = Rows()
        if let instances {
            try take(instances, into: &rows, &recorder)
            rows.annotations = []
        }
        try take(file, into: &rows, &recorder)
        guard !rows.images.isEmpty else {
            throw CommandError(
                rows.annotations.isEmpty
                    ? "\(file): no image in it; give a COCO instances file"
                    : "\(file): results name neither images nor classes; give the file that does with "
                        + "--instances")
        }
        add(rows, to: &recorder)
        return recorder.dataset
    }

    /// What was read of a file.
    private struct Rows {
        var images: [COCORecord.Image] = []
        var categories: [Int64: String] = [:]
        var annotations: [COCORecord.Annotation] = []
    }

    private func take(
        _ path: String, into rows: inout Rows, _ recorder: inout DatasetRecorder
    ) throws {
        var reader = COCOReader(source: path)
        do {
            let pieces = try FilePieces(path)
            while let piece = try pieces.next() {
                try reader.take(piece) { row in
                    switch row {
                    case .success(.image(let image)): rows.images.append(image)
                    case .success(.category(let row)): rows.categories[row.id] = row.name
                    case .success(.annotation(let row)):
                        guard rows.annotations.count < Self.mostAnnotations else {
                            throw CommandError(
                                "\(path): more than \(Self.mostAnnotations) objects; divide it")
                        }
                        rows.annotations.append(row)
                    case .failure(let error):
                        recorder.skip("\(path):\(error.line)", error.reason + "; correct the row")
                    }
                }
            }
            try reader.finish()
        } catch let error as DatasetFormatError {
            throw CommandError(
                "\(path):\(error.line): \(error.reason); give a COCO file that is whole")
        }
    }

    private func add(_ rows: Rows, to recorder: inout DatasetRecorder) {
        var objects = Dictionary(grouping: rows.annotations, by: \.image)
        let places = COCOImages(file: instances ?? file, root: imageRoot)
        for image in rows.images {
            let record = "\(file): image \(image.id)"
            let own = objects.removeValue(forKey: image.id) ?? []
            guard let path = places.path(of: image.fileName) else {
                recorder.skip(
                    record,
                    "'\(image.fileName)' is not in \(places.directories[0]); give the directory of "
                        + "the images with --images")
                continue
            }
            add(own, of: image, at: path, rows.categories, record, to: &recorder)
        }
        for (id, rows) in objects.sorted(by: { $0.value[0].index < $1.value[0].index }) {
            recorder.skip(
                "\(file): annotations[\(rows[0].index)]",
                "'image_id' is \(id), which is no image of the file; correct the row")
        }
    }

    private func add(
        _ rows: [COCORecord.Annotation], of image: COCORecord.Image, at path: String,
        _ categories: [Int64: String], _ record: String, to recorder: inout DatasetRecorder
    ) {
        var objects: [DatasetRecorder.NamedObject] = []
        for row in rows {
            let name = "annotations[\(row.index)]"
            guard let label = categories[row.category] else {
                return recorder.skip(
                    record,
                    "'\(name).category_id' is \(row.category), which is no category of the "
                        + "file; correct the row")
            }
            // Evaluation passes over what was found in a crowd; an answer has no word for one.
            guard !row.isCrowd || recorder.matching == .ids else {
                recorder.omit("'\(name)' is a crowd, no object, and is left out", of: record)
                continue
            }
            guard row.box.width > 0, row.box.height > 0 else {
                recorder.omit("'\(name)' covers no pixel and is left out", of: record)
                continue
            }
            objects.append(
                .init(name: label, box: row.box, isDifficult: row.isCrowd, score: row.score))
        }
        recorder.add(objects, size: image.size, ofImage: path, record: record)
    }

    /// The instances file of a directory for a role; the only one without.
    static func file(in directory: String, role: Dataset.Role?) -> String? {
        let names = (DirectoryEntries.names(in: directory) ?? []).filter {
            $0.hasSuffix(".json") && isFile(directory + "/" + $0)
        }
        let word = role == .validation ? "val" : "train"
        let name =
            names.first { $0.hasPrefix("instances") && $0.contains(word) }
            ?? names.first { $0.hasPrefix("instances_default") }
            ?? (names.count == 1 ? names.first : nil)
        return name.map { directory + "/" + $0 }
    }

    /// Whether a file begins as COCO's do and not as an augmented manifest's line.
    static func isFile(_ path: String) -> Bool {
        guard let piece = try? FilePieces(path).next() else { return false }
        let members = ["info", "licenses", "images", "annotations", "categories", "type"]
        var text = String(decoding: piece.prefix(256), as: UTF8.self)[...]
        text = text.drop(while: { $0.isWhitespace || $0 == "\u{FEFF}" })
        guard text.first == "{" else {
            return text.first == "[" && text.dropFirst().contains("\"image_id\"")
        }
        let key = text.dropFirst().drop(while: \.isWhitespace).dropFirst().prefix { $0 != "\"" }
        return members.contains(String(key))
    }
}
