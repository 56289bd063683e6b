import Glibc

/// In what form a data set is stored, and where.
nonisolated enum DatasetForm: Hashable {
    case augmentedManifest(file: String)
    case pascalVOC(images: String, annotations: String)
    /// SageMaker's image format: JPEG files and JSON files of the same names.
    case imageFiles(images: String, annotations: String)

    /// The form of what is at a path.
    ///
    /// - Throws: ``CommandError`` when it is none of them.
    init(of path: String, role: Dataset.Role) throws {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw CommandError("\(path): \(String(cString: strerror(errno))); check the name")
        }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            self = .augmentedManifest(file: path)
            return
        }
        let base = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        guard let form = Self.form(ofDirectory: base, role: role) else {
            throw CommandError(
                "\(path): no data set; a directory has JPEGImages and Annotations, train and "
                    + "train_annotation, or images each with a JSON beside it")
        }
        self = form
    }

    private static func form(ofDirectory path: String, role: Dataset.Role) -> DatasetForm? {
        if isDirectory(path + "/Annotations"), isDirectory(path + "/JPEGImages") {
            return .pascalVOC(
                images: path + "/JPEGImages", annotations: path + "/Annotations")
        }
        for channel in [path + "/" + role.rawValue, path + "/train", path]
        where isDirectory(channel + "_annotation") && isDirectory(channel) {
            return .imageFiles(images: channel, annotations: channel + "_annotation")
        }
        let hasJSON = DirectoryEntries.names(in: path)?.contains { $0.hasSuffix(".json") }
        return hasJSON == true ? .imageFiles(images: path, annotations: path) : nil
    }

    private static func isDirectory(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
