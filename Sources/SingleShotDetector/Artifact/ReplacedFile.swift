internal import Glibc

/// A file that takes another's place whole or not at all.
struct ReplacedFile: ~Copyable {
    private let path: String
    private let temporary: String
    /// What the new file is written into.
    let descriptor: Int32

    /// Makes a temporary file beside the target; its lock tells what a killed process left from what
    /// another is writing.
    init(_ path: String) throws(ArtifactError) {
        self.path = path
        temporary =
            Self.directory(of: path) + "/." + (path.split(separator: "/").last ?? "") + ".tmp"
        descriptor = try Self.locked(temporary)
    }

    private static func locked(_ path: String) throws(ArtifactError) -> Int32 {
        while true {
            let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
            guard descriptor >= 0 else { throw failure() }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                close(descriptor)
                throw ArtifactError("another process is writing it; try again")
            }
            var (own, named) = (stat(), stat())
            // Whoever had the lock before may have put the file in its place.
            if fstat(descriptor, &own) == 0, stat(path, &named) == 0, own.st_ino == named.st_ino,
                own.st_dev == named.st_dev
            {
                return descriptor
            }
            close(descriptor)
        }
    }

    deinit { close(descriptor) }

    /// Empties the temporary file, lets `body` write it, and puts it in the target's place for good.
    func replace(
        _ body: (Int32) throws(ArtifactError) -> Void
    ) throws(ArtifactError) {
        do throws(ArtifactError) {
            guard ftruncate(descriptor, 0) == 0 else { throw Self.failure() }
            try body(descriptor)
            guard fsync(descriptor) == 0, rename(temporary, path) == 0 else { throw Self.failure() }
        } catch {
            unlink(temporary)
            throw error
        }
        try Self.flush(Self.directory(of: path))
    }

    private static func flush(_ directory: String) throws(ArtifactError) {
        let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure() }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure() }
    }

    private static func directory(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func failure() -> ArtifactError {
        ArtifactError(String(cString: strerror(errno)))
    }
}
