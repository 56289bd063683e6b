import Glibc

/// Directories that are still there after a power cut.
enum DurableDirectory {
    /// Makes the directory a file is to be in, and those between it and `root`.
    ///
    /// All of them are flushed: one that is there may have been made by a process that died before it
    /// could flush it.
    ///
    /// - Precondition: `path` begins with `root`, which exists.
    static func make(parentOf path: String, inside root: String, flushed: Bool = true) throws {
        // A parent that was empty a moment ago may be on its way out, see removeEmptyParents(of:inside:).
        for _ in 0..<mostTries {
            do {
                return try makeOnce(parentOf: path, inside: root, flushed: flushed)
            } catch  where errno == ENOENT { continue }
        }
        try makeOnce(parentOf: path, inside: root, flushed: flushed)
    }

    private static let mostTries = 3

    /// Removes the directory a file was in, and those between it and `root`, up to one that is in use.
    static func removeEmptyParents(of path: String, inside root: String) {
        var directory = path
        while let slash = directory.lastIndex(of: "/") {
            directory = String(directory[..<slash])
            guard directory.count > root.count, rmdir(directory) == 0 || errno == ENOENT else {
                return
            }
        }
    }

    private static func makeOnce(
        parentOf path: String, inside root: String, flushed: Bool
    ) throws {
        var directory = root
        let names = path.dropFirst(root.count).split(separator: "/").dropLast()
        for name in names {
            let parent = directory
            directory += "/" + name
            let isNew = mkdir(directory, 0o777) == 0
            guard isNew || errno == EEXIST else { throw FileFailure.systemCall(directory) }
            if isNew { SharedMode.follow(parent: parent, directory: directory) }
            if flushed { try AtomicFile.flushDirectory(parent) }
        }
    }
}
