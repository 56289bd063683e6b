internal import DatasetFormats
internal import Foundation

/// A directory of pictures as PASCAL VOC lays one out: `JPEGImages` and `Annotations`.
struct SceneFolder {
    var directory: URL

    /// Replaces the two files of a picture; others stay.
    ///
    /// - Throws: what the file system reports.
    func write(_ files: SceneFiles, named name: String) throws {
        try replace("JPEGImages/\(name).jpg", files.image)
        try replace("Annotations/\(name).xml", Array(files.annotation.xml.utf8))
    }

    /// Not flushed: what is lost can be drawn again.
    private func replace(_ name: String, _ bytes: [UInt8]) throws {
        let file = directory.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file, options: .atomic)
    }
}
