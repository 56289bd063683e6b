import CFileSystem
import Glibc
import HumanReview

/// An open file whose failures name its path; it is closed with the value's life.
struct FileDescriptor: ~Copyable {
    let path: String
    /// What failures name.
    private let named: String
    let number: Int32

    /// Opens a file; who may use a new one is left to the user's umask, and to the group that shares the
    /// directory.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - flags: as for `open(2)`.
    ///   - final: the file it is to become, when it is only a temporary one that nobody asked for.
    /// - Throws: ``ReviewError/storage(path:reason:)`` when it cannot be opened.
    init(_ path: String, _ flags: Int32, for final: String? = nil) throws {
        self.path = path
        named = final ?? path
        number = open(path, flags | O_CLOEXEC, 0o666)
        guard number >= 0 else { throw FileFailure.systemCall(named) }
        if flags & O_CREAT != 0 { SharedMode.follow(parentOf: path, file: number) }
    }

    deinit { close(number) }

    /// Waits for the exclusive lock, which the death of its holder frees.
    func lock() throws {
        var tries = 0
        while flock(number, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR else {
                throw FileFailure.systemCall(named)
            }
            guard LockWait.waitsAgain(tries: tries) else {
                throw ReviewError.storage(
                    path: named, reason: "another process kept the file locked; try again")
            }
            tries += 1
        }
    }

    /// Takes the exclusive lock if nobody has it.
    func locksAtOnce() -> Bool { flock(number, LOCK_EX | LOCK_NB) == 0 }

    /// Length in bytes.
    func length() throws -> Int {
        var status = stat()
        guard fstat(number, &status) == 0 else { throw FileFailure.systemCall(named) }
        return Int(status.st_size)
    }

    /// Whether the path still leads to this file.
    func isCurrent() -> Bool {
        var own = stat()
        var named = stat()
        return fstat(number, &own) == 0 && stat(path, &named) == 0 && own.st_ino == named.st_ino
            && own.st_dev == named.st_dev
    }

    /// Cuts the file to a length.
    func truncate(to length: Int) throws {
        guard ftruncate(number, length) == 0 else { throw FileFailure.systemCall(named) }
    }

    /// Bytes that are free on the file system; quotas are not known.
    func room() throws -> Int {
        var status = statvfs()
        guard fstatvfs(number, &status) == 0 else { throw FileFailure.systemCall(named) }
        let blocks = geteuid() == 0 ? status.f_bfree : status.f_bavail
        let (room, isHuge) = blocks.multipliedReportingOverflow(by: status.f_frsize)
        return isHuge ? .max : Int(clamping: room)
    }

    /// Up to `count` bytes from an offset; fewer only at the end.
    func read(at offset: Int, count: Int) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let result = bytes.withUnsafeMutableBytes { buffer in
                pread(
                    number, buffer.baseAddress?.advanced(by: filled), count - filled,
                    offset + filled)
            }
            if result < 0 && errno == EINTR { continue }
            guard result >= 0 else { throw FileFailure.systemCall(named) }
            guard result > 0 else { break }
            filled += result
        }
        return Array(bytes.prefix(filled))
    }

    /// Writes all the bytes at an offset.
    func write(_ bytes: [UInt8], at offset: Int) throws {
        var written = 0
        while written < bytes.count {
            let result = bytes.withUnsafeBytes { buffer in
                pwrite(
                    number, buffer.baseAddress?.advanced(by: written), bytes.count - written,
                    offset + written)
            }
            if result < 0 && errno == EINTR { continue }
            guard result > 0 else { throw FileFailure.systemCall(named) }
            written += result
        }
    }

    /// Waits until the file, or the directory's entries, are on the disk.
    func flush() throws {
        guard fsync(number) == 0 else { throw FileFailure.systemCall(named) }
    }

    /// Waits until everything on the file system of this file is on the disk.
    func flushFileSystem() throws {
        guard syncfs(number) == 0 else { throw FileFailure.systemCall(named) }
    }
}
