import DatasetFormats

/// Reads the images that a directory with an annotation file for each is about.
nonisolated struct AnnotationFolder {
    /// What the annotation files are.
    enum Format: String {
        /// SageMaker's image format.
        case json
        /// Pascal VOC.
        case xml

        /// What there is to be said of an image takes no more.
        var mostBytes: Int {
            switch self {
            case .json: ImageAnnotationFile.mostBytes
            case .xml: 4 << 20
            }
        }
    }

    let images: String
    let annotations: String
    let format: Format
    var recorder: DatasetRecorder

    /// All records, by the names of their files.
    ///
    /// - Throws: ``CommandError`` when there is none.
    func read() throws -> Dataset {
        var recorder = recorder
        let found = ImageNames(in: images)
        let ending = "." + format.rawValue
        let files = (DirectoryEntries.names(in: annotations) ?? []).filter { $0.hasSuffix(ending) }
        guard !files.isEmpty else {
            throw CommandError("\(annotations): no \(ending) in it; give annotations of the images")
        }
        for name in files { add(name, found, to: &recorder) }
        return recorder.dataset
    }

    private func add(_ name: String, _ found: ImageNames, to recorder: inout DatasetRecorder) {
        let path = annotations + "/" + name
        do {
            let file = AnnotationFile(
                path: path, stem: DirectoryEntries.stem(of: name),
                bytes: try InputFile.bytes(atPath: path, atMost: format.mostBytes))
            switch format {
            case .json: try addImageAnnotation(file, found, to: &recorder)
            case .xml: try addPascalVOC(file, found, to: &recorder)
            }
        } catch let error as DatasetFormatError {
            recorder.skip("\(path):\(error.line)", error.reason + "; correct the file")
        } catch {
            recorder.skip(path, "\(error)")
        }
    }

    /// One file of the directory.
    private struct AnnotationFile {
        let path: String
        /// Its name but for its ending.
        let stem: String
        let bytes: [UInt8]
    }

    private func addImageAnnotation(
        _ file: AnnotationFile, _ found: ImageNames, to recorder: inout DatasetRecorder
    ) throws {
        let record = try ImageAnnotationFile(contentsOf: file.bytes, source: file.path)
        guard let image = found.name(record.file) ?? found.name(ofStem: file.stem) else {
            return recorder.skip(
                file.path, "'file' is '\(record.file)', which is not in \(images)")
        }
        recorder.add(record.annotation, ofImage: images + "/" + image, record: file.path)
    }

    private func addPascalVOC(
        _ file: AnnotationFile, _ found: ImageNames, to recorder: inout DatasetRecorder
    ) throws {
        let record = try PascalVOC(contentsOf: file.bytes, source: file.path)
        guard let image = found.name(ofStem: file.stem) ?? found.name(record.filename) else {
            return recorder.skip(file.path, "no \(file.stem).jpg in \(images); add the image")
        }
        recorder.add(record, ofImage: images + "/" + image, record: file.path)
    }
}
