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
        let file = annotations + "/" + name
        do {
            let bytes = try InputFile.bytes(atPath: file, atMost: format.mostBytes)
            let stem = DirectoryEntries.stem(of: name)
            switch format {
            case .json:
                let record = try ImageAnnotationFile(contentsOf: bytes, source: file)
                guard let image = found.name(record.file) ?? found.name(ofStem: stem) else {
                    return recorder.skip(
                        file, "'file' is '\(record.file)', which is not in \(images)")
                }
                recorder.add(record.annotation, ofImage: images + "/" + image, record: file)
            case .xml:
                let record = try PascalVOC(contentsOf: bytes, source: file)
                guard let image = found.name(ofStem: stem) ?? found.name(record.filename) else {
                    return recorder.skip(file, "no \(stem).jpg in \(images); add the image")
                }
                recorder.add(record, ofImage: images + "/" + image, record: file)
            }
        } catch let error as DatasetFormatError {
            recorder.skip("\(file):\(error.line)", error.reason + "; correct the file")
        } catch {
            recorder.skip(file, "\(error)")
        }
    }
}
