import Glibc

/// Names of the system's users and groups.
nonisolated enum UnixName {
    /// The name of a user, or `uid-NUMBER` for one without a name.
    static func user(_ id: uid_t) -> String {
        guard let user = getpwuid(id), let name = user.pointee.pw_name else { return "uid-\(id)" }
        return String(cString: name)
    }

    /// Whether the system has a user of a name.
    static func isUser(_ name: String) -> Bool { getpwnam(name) != nil }

    /// The name of a group, or `gid-NUMBER` for one without a name.
    static func group(_ id: gid_t) -> String {
        guard let group = getgrgid(id), let name = group.pointee.gr_name else { return "gid-\(id)" }
        return String(cString: name)
    }

    /// The number of a group of a name, or nil when there is no such group.
    static func groupID(_ name: String) -> gid_t? { getgrnam(name)?.pointee.gr_gid }
}
