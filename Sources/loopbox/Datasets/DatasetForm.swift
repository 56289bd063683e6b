import Glibc

/// In what form a data set is stored, and where.
nonisolated enum DatasetForm: Hashable {
    case augmentedManifest(file: String)
    case pascalVOC(images: String, annotations: String)
    /// SageMaker's image format: JPEG files and JSON files of the same names.
    case imageFiles(images: String, annotations: String)
    /// An instances file.
    case coco(file: String)
    /// A `data.yaml`, or the directory of a data set without one.
    case yolo(String)
    /// MXNet's records, which hold their images.
    case recordIO(file: String)

    /// The form of what is at a path.
    ///
    /// - Throws: ``CommandError`` when it is none of them.
    init(of path: String, role: Dataset.Role) throws {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw CommandError("\(path): \(String(cString: strerror(errno))); check the name")
        }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            self = Self.form(ofFile: path)
            return
        }
        let base = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        guard let form = Self.form(ofDirectory: base, role: role) else {
            throw CommandError(
                "\(path): no data set; a directory has JPEGImages and Annotations, images and labels, "
                    + "annotations with a COCO file, train and train_annotation, or images each with a "
                    + "JSON beside it")
        }
        self = form
    }

    private static func form(ofDirectory path: String, role: Dataset.Role) -> DatasetForm? {
        if FilePath.isDirectory(path + "/Annotations"), FilePath.isDirectory(path + "/JPEGImages") {
            return .pascalVOC(
                images: path + "/JPEGImages", annotations: path + "/Annotations")
        }
        if let yolo = yolo(inDirectory: path) { return yolo }
        if let file = COCODataset.file(in: path + "/annotations", role: role) {
            return .coco(file: file)
        }
        for channel in [path + "/" + role.rawValue, path + "/train", path]
        where FilePath.isDirectory(channel + "_annotation") && FilePath.isDirectory(channel) {
            return .imageFiles(images: channel, annotations: channel + "_annotation")
        }
        let hasJSON = DirectoryEntries.names(in: path)?.contains { $0.hasSuffix(".json") }
        return hasJSON == true ? .imageFiles(images: path, annotations: path) : nil
    }

    private static func form(ofFile path: String) -> DatasetForm {
        if path.hasSuffix(".yaml") || path.hasSuffix(".yml") { return .yolo(path) }
        if path.hasSuffix(".rec") { return .recordIO(file: path) }
        return COCODataset.isFile(path) ? .coco(file: path) : .augmentedManifest(file: path)
    }

    /// YOLO's description of a directory, or the directory itself when it has labels without one.
    static func yolo(inDirectory path: String) -> DatasetForm? {
        for name in ["data.yaml", "data.yml", "dataset.yaml"]
        where access(path + "/" + name, F_OK) == 0 {
            return .yolo(path + "/" + name)
        }
        let hasLabels =
            FilePath.isDirectory(path + "/labels") || access(path + "/classes.txt", F_OK) == 0
        return hasLabels ? .yolo(path) : nil
    }
}
