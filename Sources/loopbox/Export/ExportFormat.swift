import ArgumentParser

/// A form of training data that completed loops are written in.
nonisolated enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
    case augmentedManifest = "augmented-manifest"
    case pascalVOC = "pascal-voc"
    case coco
    case yolo

    /// How a format refers to its images when the user does not say.
    var standardImages: ExportedImages.Mode {
        switch self {
        case .augmentedManifest, .coco: .none
        case .pascalVOC, .yolo: .link
        }
    }

    /// What a directory of the format holds at its top, besides the marker.
    var entries: Set<String> {
        switch self {
        case .augmentedManifest: []
        case .pascalVOC: ["Annotations", "ImageSets", "JPEGImages"]
        case .coco: ["annotations", "images"]
        case .yolo: ["classes.txt", "data.yaml", "images", "labels"]
        }
    }
}
