import Glibc

/// The modes by which a Unix group shares a directory: the group may write, and what is made in it
/// belongs to the group (setgid).
///
/// The umask of whoever makes a file would take the group's write away, so what is made in a shared
/// directory is given it back.
enum SharedMode {
    static let file: mode_t = 0o060
    static let directory: mode_t = 0o2070

    /// Whether a group shares the directory.
    static func isShared(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & 0o2020 == 0o2020
    }

    /// Gives the group of a file's directory its right to a file that was just made in it.
    static func follow(parentOf path: String, file descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_uid == geteuid(),
            status.st_mode & Self.file != Self.file, isShared(directory(of: path))
        else { return }
        fchmod(descriptor, (status.st_mode & 0o7777) | Self.file)
    }

    /// Gives the group of a directory its right to one that was just made in it.
    static func follow(parent: String, directory path: String) {
        var status = stat()
        guard isShared(parent), stat(path, &status) == 0, status.st_uid == geteuid() else { return }
        chmod(path, (status.st_mode & 0o7777) | Self.directory)
    }

    private static func directory(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
