import Annotations

/// Annotated images of any of the forms that can be read, by class ids; the images themselves stay in
/// their files.
nonisolated struct Dataset {
    /// What a data set is wanted for, where a directory holds one for each.
    enum Role: String { case training = "train", validation }

    /// In the order of the manifest, or of the annotation files' names.
    var images: [DatasetImage] = []
    /// Records that could not be used.
    var problems: [IntakeProblem] = []
    /// Boxes that were left out of the others.
    var omissions: [IntakeProblem] = []
    /// Images that are there without a word about what is on them.
    var unannotated = 0

    /// The data set at a path: a file is an augmented manifest, a COCO file, records (`.rec`) or YOLO's `data.yaml`; a
    /// directory is Pascal VOC (`JPEGImages` and `Annotations`), YOLO (`data.yaml`, or `images` and
    /// `labels`), COCO (`annotations`), SageMaker's image channels (`train` and `train_annotation`, or
    /// the first of them), or images with a JSON of the same name beside each.
    ///
    /// A record that cannot be read is one of ``problems``; see ``checked()``. The labels give the
    /// class ids: the names of VOC, COCO and YOLO must be among them, and a manifest's own class map must not contradict
    /// them. `attribute` is a manifest's label attribute, found when nil, and `imageRoot` where copies
    /// of its `s3://` objects are, beside it when nil.
    ///
    /// - Throws: ``CommandError`` when it is no data set at all.
    static func read(
        _ path: String, as role: Role, labels: LabelMap, attribute: String? = nil,
        imageRoot: String? = nil
    ) throws -> Dataset {
        try read(
            try DatasetForm(of: path, role: role), role: role,
            DatasetRecorder(labels: labels), attribute: attribute, imageRoot: imageRoot)
    }

    /// The data set of a known form; nil as the role is all of it.
    static func read(
        _ form: DatasetForm, role: Role?, _ recorder: DatasetRecorder, attribute: String? = nil,
        imageRoot: String? = nil
    ) throws -> Dataset {
        switch form {
        case .augmentedManifest(let file):
            return try AugmentedManifestDataset(
                file: file, attribute: attribute, imageRoot: imageRoot, recorder: recorder
            ).read()
        case .pascalVOC(let images, let annotations):
            return try AnnotationFolder(
                images: images, annotations: annotations, format: .xml, recorder: recorder
            ).read()
        case .imageFiles(let images, let annotations):
            return try AnnotationFolder(
                images: images, annotations: annotations, format: .json, recorder: recorder
            ).read()
        case .coco(let file):
            return try COCODataset(file: file, imageRoot: imageRoot, recorder: recorder).read()
        case .recordIO(let file):
            return try RecordIODataset(file: file, imageRoot: imageRoot, recorder: recorder).read()
        case .yolo(let description):
            return try YOLODataset(
                description: description, role: role, imageRoot: imageRoot, recorder: recorder
            ).read()
        }
    }

    /// The data set when every record of it can be used.
    ///
    /// - Throws: ``CommandError`` with the first problem.
    func checked() throws -> Dataset {
        guard let problem = problems.first else { return self }
        let rest = problems.count - 1
        throw CommandError(
            "\(problem.path): \(problem.reason)" + (rest > 0 ? "; and \(rest) more" : ""))
    }
}
