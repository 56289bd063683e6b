import Glibc

/// Calls about files whose failure is a ``CommandError`` naming the path.
nonisolated enum FilePath {
    /// The directory a path is in.
    static func directory(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The last part of a path.
    static func name(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    /// A path from the root, links resolved.
    ///
    /// - Throws: ``CommandError`` when nothing is there.
    static func absolute(_ path: String) throws -> String {
        guard let resolved = realpath(path, nil) else {
            let reason = String(cString: strerror(errno))
            throw CommandError("\(path): \(reason); check the name and its permissions")
        }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// The last part of a path without its ending.
    static func stem(of path: String) -> String { DirectoryEntries.stem(of: name(of: path)) }

    /// Whether a directory is there, symbolic links followed.
    static func isDirectory(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Makes a directory that may be there already.
    static func makeDirectory(_ path: String) throws {
        guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw failure(path) }
    }

    /// Renames a file or directory.
    static func move(_ path: String, to destination: String) throws {
        guard rename(path, destination) == 0 else { throw failure(destination) }
    }

    /// Removes a file or a directory with all that is in it; links are removed and not followed.
    static func removeTree(_ path: String) throws {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            guard errno == ENOENT else { throw failure(path) }
            return
        }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            guard unlink(path) == 0 else { throw failure(path) }
            return
        }
        for name in try entries(of: path) { try removeTree(path + "/" + name) }
        guard rmdir(path) == 0 else { throw failure(path) }
    }

    /// All names in a directory but `.` and `..`.
    static func entries(of path: String) throws -> [String] {
        guard let directory = opendir(path) else { throw failure(path) }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            let name = String(decoding: bytes, as: UTF8.self)
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Waits until a file, or a directory's entries, are on the disk.
    static func flush(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure(path) }
    }

    /// The failure of the system call just made.
    static func failure(_ path: String, code: CInt = errno) -> CommandError {
        let nextStep =
            switch code {
            case ENOSPC, EDQUOT: "free some space and try again"
            case ENOENT, ENOTDIR: "check that the directory it is to be in exists"
            default: "check the name and its permissions"
            }
        return CommandError("\(path): \(String(cString: strerror(code))); \(nextStep)")
    }
}
