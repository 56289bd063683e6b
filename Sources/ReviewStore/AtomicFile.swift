import Glibc

/// Files that are there whole or not at all, whatever dies or fills up meanwhile.
package enum AtomicFile {
    /// Writes a file under a temporary name beside it, flushes it, renames it and flushes the directory.
    ///
    /// The temporary name is always the same and guarded by a lock, so that what a killed process left
    /// is written over by the next one. Only who has the lock removes it.
    ///
    /// - Throws: ``ReviewError/full(path:)`` or ``ReviewError/storage(path:reason:)``; the old file is
    ///   then as it was.
    package static func write(_ bytes: [UInt8], to path: String) throws {
        try replace(path, with: bytes)
        try flushDirectory(split(path).directory)
    }

    /// Writes many files as ``write(_:to:)`` does one, with two flushes of the file system for all of them.
    ///
    /// A file whose bytes are nil is removed, with the directories that are empty without it.
    ///
    /// - Parameters:
    ///   - files: paths inside `root` and what is to be there; their directories are made.
    ///   - root: a directory that exists, on the file system of all the files.
    /// - Throws: ``ReviewError``; some of the files may then be there, each of them whole.
    static func write(_ files: [(path: String, bytes: [UInt8]?)], inside root: String) throws {
        let system = try FileDescriptor(root, O_RDONLY | O_DIRECTORY)
        do {
            for case (let path, let bytes?) in files {
                try DurableDirectory.make(parentOf: path, inside: root, flushed: false)
                try withTemporary(for: path) { file in
                    try file.write(bytes, at: 0)
                    try file.truncate(to: bytes.count)
                }
            }
            try system.flushFileSystem()
        } catch {
            for file in files where file.bytes != nil { discardReserve(for: file.path) }
            throw error
        }
        for file in files { try settle(file.path, isThere: file.bytes != nil, inside: root) }
        try system.flushFileSystem()
    }

    /// Waits until all that was written to the file system of a directory is on the disk: one wait for
    /// any number of files.
    package static func flushFileSystem(of directory: String) throws {
        try FileDescriptor(directory, O_RDONLY | O_DIRECTORY).flushFileSystem()
    }

    private static func settle(_ path: String, isThere: Bool, inside root: String) throws {
        let done = isThere ? rename(temporaryPath(for: path), path) : unlink(path)
        guard done == 0 || !isThere && errno == ENOENT else { throw FileFailure.systemCall(path) }
        if !isThere { DurableDirectory.removeEmptyParents(of: path, inside: root) }
    }

    /// Takes the room that ``write(_:to:)`` of the same bytes will need.
    static func reserve(_ bytes: [UInt8], for path: String) throws {
        try withTemporary(for: path) { try $0.write(bytes, at: 0) }
    }

    /// Gives the room back, unless another process is writing into it.
    static func discardReserve(for path: String) {
        let temporary = temporaryPath(for: path)
        guard let file = try? FileDescriptor(temporary, O_RDWR), file.locksAtOnce(),
            file.isCurrent()
        else { return }
        unlink(temporary)
    }

    private static func temporaryPath(for path: String) -> String {
        let (directory, name) = split(path)
        return directory + "/." + name + ".tmp"
    }

    /// Waits until a directory's entries are on the disk.
    static func flushDirectory(_ path: String) throws {
        try FileDescriptor(path, O_RDONLY | O_DIRECTORY).flush()
    }

    private static func replace(_ path: String, with bytes: [UInt8]) throws {
        try withTemporary(for: path) { file in
            // Over what is there and not after emptying it: the room may be a reserve.
            try file.write(bytes, at: 0)
            try file.truncate(to: bytes.count)
            try file.flush()
            guard rename(temporaryPath(for: path), path) == 0 else {
                throw FileFailure.systemCall(path)
            }
        }
    }

    private static func withTemporary(
        for path: String, _ body: (borrowing FileDescriptor) throws -> Void
    ) throws {
        let temporary = temporaryPath(for: path)
        while true {
            let file = try FileDescriptor(temporary, O_RDWR | O_CREAT, for: path)
            try file.lock()
            // Whoever had the lock before has renamed the file it was on.
            guard file.isCurrent() else { continue }
            do {
                return try body(file)
            } catch {
                // Still under the lock: without it the file would be another writer's.
                unlink(temporary)
                throw error
            }
        }
    }

    private static func split(_ path: String) -> (directory: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        let directory = slash == path.startIndex ? "/" : String(path[..<slash])
        return (directory, String(path[path.index(after: slash)...]))
    }
}
