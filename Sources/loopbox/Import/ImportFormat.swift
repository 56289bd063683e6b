import ArgumentParser
import Glibc

/// A form of annotations that exist already.
nonisolated enum ImportFormat: String, CaseIterable, ExpressibleByArgument {
    case augmentedManifest = "augmented-manifest"
    case imageJSON = "image-json"
    case pascalVOC = "pascal-voc"
    case coco
    case yolo
    case recordIO = "recordio"

    /// What is to be read at a path.
    ///
    /// - Parameters:
    ///   - path: what the user named.
    ///   - images: the directory of its images, where the user named one.
    /// - Returns: the form and where its parts are.
    /// - Throws: ``CommandError`` when the format has nothing there.
    func form(of path: String, images: String?) throws -> DatasetForm {
        guard access(path, F_OK) == 0 else { throw FilePath.failure(path) }
        let isDirectory = FilePath.isDirectory(path)
        switch self {
        case .augmentedManifest:
            guard !isDirectory else { throw refusal(path, "a manifest is a file") }
            return .augmentedManifest(file: path)
        case .imageJSON, .pascalVOC:
            guard isDirectory else { throw refusal(path, "it takes a directory") }
            return try folders(of: path, images: images)
        case .coco:
            guard isDirectory else { return .coco(file: path) }
            let file =
                COCODataset.file(in: path + "/annotations", role: nil)
                ?? COCODataset.file(in: path, role: nil)
            guard let file else { throw refusal(path, "no instances file, or several; name one") }
            return .coco(file: file)
        case .recordIO:
            let file = isDirectory ? path + "/data.rec" : path
            guard access(file, F_OK) == 0 else { throw refusal(path, "no data.rec; name a file") }
            return .recordIO(file: file)
        case .yolo:
            return isDirectory ? DatasetForm.yolo(inDirectory: path) ?? .yolo(path) : .yolo(path)
        }
    }

    /// The annotations' directory and the images': as the format has them, or both in one.
    private func folders(of path: String, images: String?) throws -> DatasetForm {
        if self == .pascalVOC {
            let hasOwn = FilePath.isDirectory(path + "/Annotations")
            let found = FilePath.isDirectory(path + "/JPEGImages") ? path + "/JPEGImages" : path
            return .pascalVOC(
                images: images ?? found, annotations: hasOwn ? path + "/Annotations" : path)
        }
        if images == nil,
            case .imageFiles(let images, let annotations)? =
                try? DatasetForm(of: path, role: .training)
        {
            return .imageFiles(images: images, annotations: annotations)
        }
        return .imageFiles(images: images ?? path, annotations: path)
    }

    private func refusal(_ path: String, _ reason: String) -> CommandError {
        CommandError("\(path): no \(rawValue) data: \(reason)")
    }
}
