import Annotations
import DatasetFormats
import Glibc

/// Where a YOLO data set has its images and labels, and what its classes are called.
nonisolated struct YOLOLayout {
    /// A directory of images and the one of their label files.
    struct Folder: Hashable {
        var images: String
        var labels: String

        private static let mostDepth = 16

        /// The JPEG files in it and below, by their paths from it.
        func imageNames() throws -> [String] {
            guard FilePath.isDirectory(images) else { throw FilePath.failure(images, code: ENOENT) }
            var names: [String] = []
            Self.collect(&names, in: images, below: "", depth: 0)
            return names
        }

        private static func collect(
            _ names: inout [String], in directory: String, below path: String, depth: Int
        ) {
            for name in DirectoryEntries.names(in: directory) ?? [] {
                let ending = name.lowercased()
                if ending.hasSuffix(".jpg") || ending.hasSuffix(".jpeg") {
                    names.append(path + name)
                } else if depth < mostDepth, FilePath.isDirectory(directory + "/" + name) {
                    collect(
                        &names, in: directory + "/" + name, below: path + name + "/",
                        depth: depth + 1)
                }
            }
        }
    }

    let folders: [Folder]
    /// By class id.
    let names: [Int: String]

    /// The layout that a `data.yaml` describes, or that a directory with `classes.txt` has.
    ///
    /// - Throws: ``CommandError`` naming what is missing.
    init(description: String, role: Dataset.Role?, imageRoot: String?) throws {
        guard !FilePath.isDirectory(description) else {
            names = try Self.names(beside: description)
            folders = [Self.folder(ofDirectory: description, imageRoot: imageRoot)]
            return
        }
        let data = try Self.dataFile(description)
        names = data.names
        let beside = FilePath.directory(of: description)
        if let imageRoot {
            folders = [Self.folder(ofDirectory: beside, imageRoot: imageRoot)]
            return
        }
        let root = try Self.root(data.path, beside: beside)
        let wanted =
            switch role {
            case .training: data.train
            case .validation: data.validation
            case nil: data.train + data.validation
            }
        guard !wanted.isEmpty else {
            throw CommandError(
                "\(description): no '\(role == .validation ? "val" : "train")' names its images; add it"
            )
        }
        if let list = wanted.first(where: { $0.hasSuffix(".txt") }) {
            throw CommandError(
                "\(description): '\(list)' is a list of images; give the directory of the images "
                    + "with --images")
        }
        var folders: [Folder] = []
        for name in wanted {
            let images = name.hasPrefix("/") ? name : root + "/" + name
            let folder = Folder(images: images, labels: Self.labels(ofImages: images))
            if !folders.contains(folder) { folders.append(folder) }
        }
        self.folders = folders
    }

    private static func folder(ofDirectory path: String, imageRoot: String?) -> Folder {
        let hasImages = FilePath.isDirectory(path + "/images")
        let images = imageRoot ?? (hasImages ? path + "/images" : path)
        let hasLabels = FilePath.isDirectory(path + "/labels")
        return Folder(images: images, labels: hasLabels ? path + "/labels" : path)
    }

    /// As Ultralytics finds them: the last directory called `images` gives way to `labels`.
    private static func labels(ofImages path: String) -> String {
        var parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard let last = parts.lastIndex(of: "images") else { return path }
        parts[last] = "labels"
        return parts.joined(separator: "/")
    }

    private static func root(_ path: String?, beside directory: String) throws -> String {
        guard let path, !path.hasPrefix("/") else { return path ?? directory }
        return FilePath.isDirectory(directory + "/" + path) ? directory + "/" + path : directory
    }

    private static func dataFile(_ path: String) throws -> YOLODataFile {
        do {
            let bytes = try InputFile.bytes(atPath: path, atMost: YOLODataFile.mostBytes)
            return try YOLODataFile(contentsOf: bytes, source: path)
        } catch let error as DatasetFormatError {
            throw CommandError(error.description)
        } catch {
            throw CommandError("\(path): \(error)")
        }
    }

    /// The classes of a directory without a description, one a line of `classes.txt`.
    private static func names(beside directory: String) throws -> [Int: String] {
        let candidates = ["/classes.txt", "/labels/classes.txt", "/obj.names"]
        guard let name = candidates.first(where: { access(directory + $0, F_OK) == 0 }) else {
            throw CommandError(
                "\(directory): neither data.yaml nor classes.txt says what its classes are; add one"
            )
        }
        let names = try LabelFile.read(directory + name).names
        return Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0, $1) })
    }
}
