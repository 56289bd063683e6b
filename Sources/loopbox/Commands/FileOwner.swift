import Glibc

/// Who a file belongs to.
nonisolated struct FileOwner {
    let user: uid_t
    let group: gid_t

    /// The owner of the file at a path, or nil when it cannot be looked at.
    init?(ofFile path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        user = status.st_uid
        group = status.st_gid
    }

    /// The user's name, or what stands for one without a name.
    var userName: String { UnixName.user(user) }
}
