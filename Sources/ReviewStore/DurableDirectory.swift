import Glibc

/// Directories that are still there after a power cut.
enum DurableDirectory {
    /// Makes the directory a file is to be in, and those between it and `root`, and flushes them all:
    /// one that is there may have been made by a process that died before it could flush it.
    ///
    /// - Precondition: `path` begins with `root`, which exists.
    static func make(parentOf path: String, inside root: String) throws {
        var directory = root
        let names = path.dropFirst(root.count).split(separator: "/").dropLast()
        for name in names {
            let parent = directory
            directory += "/" + name
            guard mkdir(directory, 0o755) == 0 || errno == EEXIST else {
                throw FileFailure.systemCall(directory)
            }
            try AtomicFile.flushDirectory(parent)
        }
    }
}
