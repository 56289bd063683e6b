import DatasetFormats
import Glibc

/// Reads the images of an augmented manifest, a line at a time.
nonisolated struct AugmentedManifestDataset {
    let file: String
    let attribute: String?
    let imageRoot: String?
    var recorder: DatasetRecorder

    /// All records.
    ///
    /// - Throws: ``CommandError`` when the file cannot be read on or holds no record.
    func read() throws -> Dataset {
        var recorder = recorder
        let lines = try LineReader(path: file, mostBytes: AugmentedManifestRecord.mostBytes)
        while let line = try lines.next() {
            guard !line.allSatisfy({ $0 == 32 || $0 == 9 }) else { continue }
            do throws(DatasetFormatError) {
                let record = try AugmentedManifestRecord(
                    line: line, number: lines.number, file: file, attribute: attribute)
                add(record, line: lines.number, to: &recorder)
            } catch {
                recorder.skip("\(file):\(lines.number)", error.reason + "; correct the line")
            }
        }
        let dataset = recorder.dataset
        guard !dataset.images.isEmpty || !dataset.problems.isEmpty else {
            throw CommandError("\(file): no record in it; give an augmented manifest")
        }
        return dataset
    }

    private func add(
        _ record: AugmentedManifestRecord, line: Int, to recorder: inout DatasetRecorder
    ) {
        let place = "\(file):\(line)"
        let candidates = record.source.candidates(
            besideManifestIn: directory, root: imageRoot)
        guard let image = candidates.first(where: { access($0, F_OK) == 0 }) else {
            return recorder.skip(place, missing(record.source, candidates[0]))
        }
        recorder.add(record.annotation, ofImage: image, record: place)
    }

    private func missing(_ source: SourceReference, _ path: String) -> String {
        guard case .s3(let bucket, let key) = source else { return "\(path) is not there" }
        return "no copy of s3://\(bucket)/\(key), at \(path) for instance; "
            + "give its directory with --images"
    }

    private var directory: String {
        guard let slash = file.lastIndex(of: "/") else { return "." }
        return slash == file.startIndex ? "/" : String(file[..<slash])
    }
}
