import Annotations
import DatasetFormats
import Glibc
import ImageCodecs

/// Reads the images and label files of a YOLO data set.
nonisolated struct YOLODataset {
    /// A `data.yaml`, or the directory of a data set without one.
    let description: String
    /// Which of its images; nil for all.
    let role: Dataset.Role?
    let imageRoot: String?
    var recorder: DatasetRecorder

    /// All images that have a label file, by the names of their files; the others are counted as
    /// unannotated, since no word about an image is not the word that nothing is on it.
    ///
    /// - Throws: ``CommandError`` when it is no such data set.
    func read() throws -> Dataset {
        var recorder = recorder
        let layout = try YOLOLayout(description: description, role: role, imageRoot: imageRoot)
        var found = 0
        for folder in layout.folders {
            for name in try folder.imageNames() {
                found += 1
                add(name, of: folder, layout.names, to: &recorder)
            }
        }
        guard found > 0 else {
            throw CommandError(
                "\(description): no JPEG in \(layout.folders.map(\.images).joined(separator: ", ")); "
                    + "give the directory of the images with --images")
        }
        return recorder.dataset
    }

    private func add(
        _ name: String, of folder: YOLOLayout.Folder, _ names: [Int: String],
        to recorder: inout DatasetRecorder
    ) {
        let file = folder.labels + "/" + DirectoryEntries.stem(of: name) + ".txt"
        guard access(file, F_OK) == 0 else { return recorder.dataset.unannotated += 1 }
        let path = folder.images + "/" + name
        do {
            let bytes = try InputFile.bytes(atPath: file, atMost: YOLOLabels.mostBytes)
            let labels = try YOLOLabels(contentsOf: bytes, source: file)
            let size = try JPEGDecoder.header(of: try ImageFile.bytes(atPath: path)).storedSize
            add(labels, in: size, names, image: path, record: file, to: &recorder)
        } catch let error as DatasetFormatError {
            recorder.skip("\(file):\(error.line)", error.reason + "; correct the line")
        } catch let error as ImageError {
            recorder.skip(path, error.description)
        } catch {
            recorder.skip(file, "\(error)")
        }
    }

    private func add(
        _ labels: YOLOLabels, in size: PixelSize, _ names: [Int: String], image: String,
        record: String, to recorder: inout DatasetRecorder
    ) {
        var objects: [DatasetRecorder.NamedObject] = []
        for object in labels.objects {
            guard let name = names[object.classID] else {
                return recorder.skip(
                    "\(record):\(object.line)",
                    "class \(object.classID) is none of the data set's \(names.count); correct the line"
                )
            }
            objects.append(
                .init(name: name, box: object.box.pixelBox(in: size), score: object.score))
        }
        recorder.add(objects, size: size, ofImage: image, record: record)
    }
}
