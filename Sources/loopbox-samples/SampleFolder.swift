internal import DatasetFormats
internal import Foundation
internal import SampleScenes

/// A directory of samples as PASCAL VOC lays one out: `JPEGImages` and `Annotations`.
struct SampleFolder {
    var directory: URL

    /// Draws every sample and replaces its two files; others stay.
    ///
    /// - Returns: how many samples there are.
    /// - Throws: what the file system or the codec reports.
    func write() throws -> Int {
        for sample in SampleCatalog.samples { try write(sample) }
        return SampleCatalog.samples.count
    }

    func write(_ sample: SampleCatalog.Sample) throws {
        let files = try SampleFiles(sample)
        try replace("JPEGImages/\(sample.name).jpg", files.image)
        try replace("Annotations/\(sample.name).xml", Array(files.annotation.xml.utf8))
    }

    /// Not flushed: what is lost can be drawn again.
    private func replace(_ name: String, _ bytes: [UInt8]) throws {
        let file = directory.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file, options: .atomic)
    }
}
