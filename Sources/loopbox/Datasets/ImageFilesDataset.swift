import DatasetFormats

/// Reads the images that JSON files in SageMaker's image format are about.
nonisolated struct ImageFilesDataset {
    let images: String
    let annotations: String
    var recorder: DatasetRecorder

    /// All records, by the names of their files.
    ///
    /// - Throws: ``CommandError`` when there is none.
    func read() throws -> Dataset {
        var recorder = recorder
        let found = ImageNames(in: images)
        let files = (DirectoryEntries.names(in: annotations) ?? []).filter { $0.hasSuffix(".json") }
        guard !files.isEmpty else {
            throw CommandError("\(annotations): no .json in it; give annotations of the images")
        }
        for name in files { add(name, found, to: &recorder) }
        return recorder.dataset
    }

    private func add(_ name: String, _ found: ImageNames, to recorder: inout DatasetRecorder) {
        let file = annotations + "/" + name
        do {
            let bytes = try InputFile.bytes(atPath: file, atMost: ImageAnnotationFile.mostBytes)
            let annotation = try ImageAnnotationFile(contentsOf: bytes, source: file)
            let stem = DirectoryEntries.stem(of: name)
            guard let image = found.name(annotation.file) ?? found.name(ofStem: stem) else {
                return recorder.skip(
                    file, "'file' is '\(annotation.file)', which is not in \(images)")
            }
            recorder.add(annotation.annotation, ofImage: images + "/" + image, record: file)
        } catch let error as DatasetFormatError {
            recorder.skip("\(file):\(error.line)", error.reason + "; correct the file")
        } catch {
            recorder.skip(file, "\(error)")
        }
    }
}
