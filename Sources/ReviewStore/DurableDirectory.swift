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
