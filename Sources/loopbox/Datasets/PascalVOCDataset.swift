import DatasetFormats

/// Reads the images that a directory of Pascal VOC annotations is about.
nonisolated struct PascalVOCDataset {
    let images: String
    let annotations: String
    var recorder: DatasetRecorder

    private static let mostBytes = 4 << 20

    /// All records, by the names of their files.
    ///
    /// - Throws: ``CommandError`` when there is none.
    func read() throws -> Dataset {
        var recorder = recorder
        let found = ImageNames(in: images)
        let files = (DirectoryEntries.names(in: annotations) ?? []).filter { $0.hasSuffix(".xml") }
        guard !files.isEmpty else {
            throw CommandError("\(annotations): no .xml in it; give annotations of the images")
        }
        for name in files { add(name, found, to: &recorder) }
        return recorder.dataset
    }

    private func add(_ name: String, _ found: ImageNames, to recorder: inout DatasetRecorder) {
        let file = annotations + "/" + name
        do {
            let bytes = try InputFile.bytes(atPath: file, atMost: Self.mostBytes)
            let annotation = try PascalVOC(contentsOf: bytes, source: file)
            let stem = DirectoryEntries.stem(of: name)
            guard let image = found.name(ofStem: stem) ?? found.name(annotation.filename) else {
                return recorder.skip(file, "no \(stem).jpg in \(images); add the image")
            }
            recorder.add(annotation, ofImage: images + "/" + image, record: file)
        } catch let error as DatasetFormatError {
            recorder.skip("\(file):\(error.line)", error.reason + "; correct the line")
        } catch {
            recorder.skip(file, "\(error)")
        }
    }
}
