import ArgumentParser

/// A form of training data that completed loops are written in.
nonisolated enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
    case augmentedManifest = "augmented-manifest"
    case pascalVOC = "pascal-voc"
    case coco
    case yolo
    case recordIO = "recordio"

    /// How a format refers to its images when the user does not say.
    var standardImages: ExportedImages.Mode {
        switch self {
        case .augmentedManifest, .coco, .recordIO: .none
        case .pascalVOC, .yolo: .link
        }
    }

    /// Whether the images are brought along as the user says: a manifest names them where they are, and
    /// records hold them.
    var takesImages: Bool { self != .augmentedManifest && self != .recordIO }

    /// What a directory of the format holds at its top, besides the marker.
    var entries: Set<String> {
        switch self {
        case .augmentedManifest: []
        case .pascalVOC: ["Annotations", "ImageSets", "JPEGImages"]
        case .coco: ["annotations", "images"]
        case .yolo: ["classes.txt", "data.yaml", "images", "labels"]
        case .recordIO: ["classes.txt", "data.idx", "data.lst", "data.rec"]
        }
    }
}
