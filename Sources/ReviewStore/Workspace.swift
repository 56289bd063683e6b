import Foundation
package import HumanReview

/// A directory that holds one body of work.
///
/// ```
/// DIR/.loopbox/store.sqlite       the store (and SQLite's -wal and -shm beside it)
/// DIR/.loopbox/models/DIGEST.tar.gz  model artifacts
/// DIR/output/FLOW/YYYY/MM/DD/hh/mm/ss/LOOP/output.json
/// DIR/output/events.jsonl         a line for every loop that ended
/// ```
///
/// Images stay where they are. The directory may be moved; the paths of images may not.
package struct Workspace: Hashable, Sendable {
    /// The directory's absolute path, symbolic links resolved.
    package let path: String

    private static let marker = ".loopbox"

    /// The directory's own name, to show.
    package var name: String { String(path.split(separator: "/").last ?? "/") }

    package var storePath: String { storeDirectory + "/store.sqlite" }
    var storeDirectory: String { path + "/" + Self.marker }
    package var outputPath: String { path + "/output" }
    package var eventsPath: String { outputPath + "/events.jsonl" }

    /// The path of a loop's output object: the service's key, with the directory as the bucket.
    package func outputPath(of loop: String, flow: String, createdAt time: Timestamp) -> String {
        "\(outputPath)/\(flow)/\(time.pathComponents)/\(loop)/output.json"
    }

    /// The workspace at `directory` or in the nearest directory above it, as git finds its own;
    /// nil when there is none.
    package static func find(from directory: String) -> Workspace? {
        var url = URL(fileURLWithPath: directory).resolvingSymlinksInPath()
        while true {
            let workspace = Workspace(path: url.path)
            if FileManager.default.fileExists(atPath: workspace.storePath) { return workspace }
            guard url.path != "/" else { return nil }
            url.deleteLastPathComponent()
        }
    }

    /// The workspace of this very directory, or nil when it is none.
    package static func at(_ directory: String) -> Workspace? {
        let path = URL(fileURLWithPath: directory).resolvingSymlinksInPath().path
        return find(from: path).flatMap { $0.path == path ? $0 : nil }
    }

    /// Makes the directories of a workspace; what is there already stays.
    ///
    /// - Throws: ``ReviewError`` when a directory cannot be made.
    package static func create(at directory: String) throws -> Workspace {
        let url = URL(fileURLWithPath: directory)
        for name in [marker, "output"] {
            try makeDirectories(url.appendingPathComponent(name).path)
        }
        return Workspace(path: url.resolvingSymlinksInPath().path)
    }

    /// Makes a directory, and those above it that are missing.
    private static func makeDirectories(_ path: String) throws {
        guard mkdir(path, 0o777) != 0, !isDirectory(path) else { return }
        // A URL looks whether its path is a directory, and so has an error of its own.
        let code = errno
        let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
        guard code == ENOENT, !isDirectory(parent) else {
            throw FileFailure.systemCall(path, code: code)
        }
        try makeDirectories(parent)
        guard mkdir(path, 0o777) == 0 || isDirectory(path) else {
            throw FileFailure.systemCall(path)
        }
    }

    /// Whether a directory is there; `errno` stays as it was.
    private static func isDirectory(_ path: String) -> Bool {
        let code = errno
        defer { errno = code }
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private init(path: String) { self.path = path }

    /// A `file://` URI, every byte outside RFC 3986's unreserved characters and `/` percent-encoded.
    package static func fileURI(_ path: String) -> String {
        "file://"
            + path.utf8.map { byte in
                let character = Unicode.Scalar(byte)
                let isPlain =
                    character.isASCII
                    && (character.properties.isAlphabetic || ("0"..."9").contains(character)
                        || "-._~/".unicodeScalars.contains(character))
                guard !isPlain else { return String(character) }
                let digits = String(byte, radix: 16, uppercase: true)
                return "%" + (digits.count < 2 ? "0" : "") + digits
            }.joined()
    }
}
