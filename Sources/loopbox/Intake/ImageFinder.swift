import Glibc

/// Finds the JPEG files of directories, in the order of their names' bytes, each directory once however
/// many links lead to it.
nonisolated struct ImageFinder {
    private static let maximumDepth = 64

    /// Absolute paths, in which only the directory's symbolic links are resolved: the file keeps the
    /// name it was found by, since predictions are matched by it.
    private(set) var paths: [String] = []
    private(set) var problems: [IntakeProblem] = []
    private var seenPaths: Set<String> = []
    private var seenDirectories: Set<FileIdentity> = []

    /// What tells one directory from another.
    private struct FileIdentity: Hashable {
        var device: UInt
        var number: UInt
    }

    /// All images of files and directories; a file given by name need not end in `.jpg`.
    init(_ paths: [String]) {
        for path in paths { visit(path, isNamed: true, depth: 0) }
    }

    private mutating func visit(_ path: String, isNamed: Bool, depth: Int) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            if isNamed || Self.isImageName(path) { addProblem(path, Self.systemReason) }
            return
        }
        if status.st_mode & S_IFMT == S_IFDIR {
            let identity = FileIdentity(device: UInt(status.st_dev), number: UInt(status.st_ino))
            guard seenDirectories.insert(identity).inserted else { return }
            visitDirectory(path, depth: depth)
        } else if isNamed || Self.isImageName(path) {
            addFile(path)
        }
    }

    private mutating func visitDirectory(_ path: String, depth: Int) {
        guard depth < Self.maximumDepth else {
            return addProblem(
                path, "more than \(Self.maximumDepth) directories deep; add it by name")
        }
        guard let names = Self.entries(of: path) else { return addProblem(path, Self.systemReason) }
        for name in names {
            guard let name = String(validating: name, as: UTF8.self) else {
                addProblem(
                    path + "/" + String(decoding: name, as: UTF8.self),
                    "the name is not UTF-8; rename it")
                continue
            }
            visit(path + "/" + name, isNamed: false, depth: depth + 1)
        }
    }

    private mutating func addFile(_ path: String) {
        guard let absolute = Self.absolutePath(of: path) else {
            return addProblem(path, Self.systemReason)
        }
        if seenPaths.insert(absolute).inserted { paths.append(absolute) }
    }

    private mutating func addProblem(_ path: String, _ reason: String) {
        problems.append(IntakeProblem(path: path, reason: reason))
    }

    private static var systemReason: String {
        "\(String(cString: strerror(errno))); check the name and its permissions"
    }

    private static func isImageName(_ path: String) -> Bool {
        let name = path.lowercased()
        return name.hasSuffix(".jpg") || name.hasSuffix(".jpeg")
    }

    private static func absolutePath(of path: String) -> String? {
        let slash = path.lastIndex(of: "/")
        let directory = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        guard let resolved = realpath(directory, nil) else { return nil }
        defer { free(resolved) }
        let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        let parent = String(cString: resolved)
        return (parent == "/" ? "" : parent) + "/" + name
    }

    /// The bytes of the names in a directory, sorted; those beginning with a dot are passed over.
    private static func entries(of path: String) -> [[UInt8]]? {
        guard let directory = opendir(path) else { return nil }
        defer { closedir(directory) }
        var names: [[UInt8]] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name.first != UInt8(ascii: ".") { names.append(name) }
        }
        return names.sorted { $0.lexicographicallyPrecedes($1) }
    }
}
