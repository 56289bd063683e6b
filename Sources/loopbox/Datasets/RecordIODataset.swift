import Annotations
import DatasetFormats
import Glibc
import ImageCodecs
import ReviewStore

/// Reads MXNet's records, whose images are put into a directory.
nonisolated struct RecordIODataset {
    let file: String
    let imageRoot: String?
    var recorder: DatasetRecorder

    /// All records; their images are written to the directory, where they stay, under the names that
    /// the list beside the records has for them, or under their numbers.
    ///
    /// - Throws: ``CommandError`` when the file is cut off or holds no record.
    func read() throws -> Dataset {
        guard let imageRoot else {
            throw CommandError(
                "\(file): records hold their images; give a directory for them with --images")
        }
        try FilePath.makeDirectory(imageRoot)
        var recorder = recorder
        let names = try self.names()
        let list = RecordList(besideRecords: file)
        let source = try SequentialFile(file)
        var reader = RecordIOReader(source: file, read: source.read)
        var number = 0
        do {
            while let payload = try reader.next() {
                number += 1
                try add(payload, number, names, list, below: imageRoot, to: &recorder)
            }
        } catch let error as DatasetFormatError {
            recorder.skip(
                file, error.reason + "; what follows it cannot be read, copy the file anew")
        }
        guard number > 0 else { throw CommandError("\(file): no record in it; give a record file") }
        return recorder.dataset
    }

    private func add(
        _ payload: [UInt8], _ number: Int, _ names: LabelMap, _ list: RecordList,
        below directory: String,
        to recorder: inout DatasetRecorder
    ) throws {
        let place = "\(file):\(number)"
        let record: ImageRecord
        let size: PixelSize
        do {
            record = try ImageRecord(payload, number: number, source: file)
            size = try JPEGDecoder.header(of: record.image).storedSize
        } catch let error as DatasetFormatError {
            return recorder.skip(place, error.reason + "; make the record anew")
        } catch {
            return recorder.skip(place, "\(error)")
        }
        var objects: [DatasetRecorder.NamedObject] = []
        for object in record.objects {
            guard let name = names.name(ofClass: object.classID) else {
                return recorder.skip(
                    place,
                    "class \(object.classID) is none of the \(names.names.count) classes; "
                        + "write them to classes.txt beside the records, one a line")
            }
            objects.append(.init(name: name, box: object.box.pixelBox(in: size)))
        }
        let name = list.name(of: record.id) ?? "\(FilePath.stem(of: file))-\(number).jpg"
        let path = directory + "/" + name
        try Self.write(record.image, to: path)
        recorder.add(objects, size: size, ofImage: path, record: place)
    }

    /// Writes an image unless it is there already.
    private static func write(_ image: [UInt8], to path: String) throws {
        if let present = try? ImageFile.bytes(atPath: path) {
            guard present != image else { return }
            throw CommandError(
                "\(path): another image is there; give an empty directory with --images")
        }
        try AtomicFile.write(image, to: path)
    }

    /// The classes in `classes.txt` beside the records, or the ones they are read by.
    private func names() throws -> LabelMap {
        let path = FilePath.directory(of: file) + "/classes.txt"
        return access(path, F_OK) == 0 ? try LabelFile.read(path) : recorder.labels
    }
}
